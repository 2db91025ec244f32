from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.operations.models import WorkerBeat
from app.shared.database import db
from app.shared.transactions import write_transaction


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_a_probe_hears_that_the_process_lives(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.usefixtures("migrated", "living_worker")
def test_a_balancer_sends_people_when_all_is_ready(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json == {
        "ready": True,
        "checks": {"database": "good", "migrations": "good", "worker": "good"},
    }


@pytest.mark.usefixtures("migrated")
def test_a_worker_silent_for_four_minutes_makes_it_unready(client: FlaskClient) -> None:
    with write_transaction():
        silent = datetime.now(UTC) - timedelta(minutes=4)
        db.session.add(WorkerBeat(worker="machine", at=silent))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["checks"]["worker"] == "bad"


@pytest.mark.usefixtures("left_behind", "living_worker")
def test_a_database_behind_its_migrations_makes_it_unready(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["checks"] == {"database": "good", "migrations": "bad", "worker": "good"}


def test_prometheus_reads_what_was_counted(client: FlaskClient) -> None:
    client.get("/healthz")
    client.get("/nowhere-at-all")
    text = client.get("/metrics").text
    assert 'endpoint="operations.alive",method="GET",status="200"' in text
    assert 'endpoint="none",method="GET",status="404"' in text
    assert "ekoperasi_request_seconds_bucket" in text


@pytest.mark.parametrize(
    ("address", "status"), [("10.0.0.7", 200), ("127.0.0.1", 200), ("103.10.60.1", 404)]
)
def test_without_a_token_only_the_private_network_reads_metrics(
    client: FlaskClient, address: str, status: int
) -> None:
    environ = {"REMOTE_ADDR": address}
    assert client.get("/metrics", environ_overrides=environ).status_code == status


def test_whoever_comes_through_an_unknown_proxy_reads_no_metrics(client: FlaskClient) -> None:
    headers = {"X-Forwarded-For": "103.10.60.1"}
    assert client.get("/metrics", headers=headers).status_code == 404


def test_anyone_may_look_at_the_components(client: FlaskClient) -> None:
    answer = client.get("/gaya")
    assert answer.status_code == 200
    assert "<h1" in answer.text
