"""Requests counted and timed for Prometheus, over all web processes of this machine."""

import ipaddress
from hmac import compare_digest
from time import perf_counter

from flask import Response, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.values import ValueClass

from app.settings import Settings

REQUESTS = Counter(
    "ekoperasi_requests", "Requests by page and status.", ("endpoint", "method", "status")
)
DURATION = Histogram(
    "ekoperasi_request_seconds",
    "How long a page took.",
    ("endpoint",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


def begin() -> None:
    g.began_at = perf_counter()


def measure(response: Response) -> Response:
    """Count this request; an address nobody serves is one page called "none"."""
    endpoint = request.endpoint or "none"
    method = request.method if request.method in ("GET", "POST") else "other"
    REQUESTS.labels(endpoint, method, str(response.status_code)).inc()
    if "began_at" in g:
        DURATION.labels(endpoint).observe(perf_counter() - g.began_at)
    return response


def exposition() -> Response:
    """All that was measured, as Prometheus reads it."""
    registry = REGISTRY
    if ValueClass.__name__ == "MmapedValue":
        from prometheus_client.multiprocess import MultiProcessCollector

        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def may_read(settings: Settings) -> bool:
    """Whoever has the token; without one, this machine and its private network.

    A request that came through a proxy we were not told of could be anybody's.
    """
    if settings.metrics_token:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return compare_digest(given.encode(), settings.metrics_token.encode())
    if not settings.trusted_proxies and request.headers.get("X-Forwarded-For"):
        return False
    address = ipaddress.ip_address(request.remote_addr or "0.0.0.0")  # noqa: S104
    return address.is_loopback or address.is_private
