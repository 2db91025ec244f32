from dataclasses import replace

import pytest
from flask import Flask

from app.operations.metrics import may_read
from app.settings import Settings

WITH_TOKEN = Settings(metrics_token="a-long-token")
BEHIND_PROXY = Settings(trusted_proxies=1)


@pytest.mark.parametrize(
    ("header", "allowed"),
    [("Bearer a-long-token", True), ("Bearer another", False), ("", False)],
)
def test_a_token_is_asked_even_of_this_machine(header: str, allowed: bool) -> None:  # noqa: FBT001
    with Flask("bare").test_request_context(headers={"Authorization": header}):
        assert may_read(WITH_TOKEN) is allowed


def test_a_monitor_behind_the_known_proxy_is_judged_by_its_own_address() -> None:
    bare = Flask("bare")
    headers = {"X-Forwarded-For": "10.0.0.7"}
    with bare.test_request_context(headers=headers, environ_base={"REMOTE_ADDR": "10.0.0.7"}):
        assert may_read(BEHIND_PROXY)
        assert not may_read(replace(BEHIND_PROXY, trusted_proxies=0))
