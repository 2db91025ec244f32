"""Receipt numbers without gaps: each series counts in the order in which reports came in."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from app.reports.drafts.content import receipt_number, series_of
from app.seeding.demo.reporting.conduct import Conduct, Version


def number_receipts(conducts: Iterable[Conduct]) -> dict[str, int]:
    """Write every version's receipt number; the last number of each series."""
    series: dict[str, list[Version]] = defaultdict(list)
    for each in conducts:
        series[series_of(each.period.code)].extend(each.versions)
    for name, versions in series.items():
        versions.sort(key=lambda version: version.filed_at)
        for count, version in enumerate(versions, start=1):
            version.receipt = receipt_number(name, count)
    return {name: len(versions) for name, versions in sorted(series.items()) if versions}


def series_rows(regency: str, last: dict[str, int]) -> list[dict[str, Any]]:
    return [{"regency": regency, "series": name, "last": count} for name, count in last.items()]
