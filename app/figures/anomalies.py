"""What looks wrong though every identity holds: to be explained, never to be refused.

The thresholds are ours; they are meant to ask rarely and to catch a slipped nought.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from app.figures.catalogue import Catalogue, catalogue
from app.figures.findings import Finding, Level
from app.figures.kinds import BusinessKind, PeriodKind
from app.figures.model import Amount, Figure, magnitude

JUMP_FACTOR = 3
JUMP_AMOUNT = 10_000_000
TENFOLD = (Fraction(19, 2), Fraction(21, 2))
"""Between 9,5 and 10,5 times: a nought too many, or one too few."""
THOUSAND_BELOW = 1_000_000
CASH_SHARE = Fraction(1, 2)
LOSS_LOANS_SHARE = Fraction(5, 100)
SHARED_OUT = {"retained_surplus"}
"""Falls to almost nothing every year when the meeting shares it out: no oddity."""


@dataclass(frozen=True)
class Account:
    """Derived figures of one report and how many quarters of the book year it covers."""

    values: Mapping[str, Amount | None]
    quarters: int = 4

    def get(self, code: str) -> Amount | None:
        return self.values.get(code)


@dataclass(frozen=True)
class Review:
    """One report beside the one before it, and the lines both are asked for."""

    now: Account
    before: Account | None
    year_ago: Account | None
    lines: tuple[Figure, ...]
    edition: Catalogue

    @cached_property
    def money(self) -> tuple[Figure, ...]:
        return tuple(line for line in self.lines if line.unit == "rupiah")

    def earlier(self, line: Figure) -> Account | None:
        """What a line is held against: of a flow, the same stretch of last year if filed."""
        return (self.year_ago if line.is_flow else None) or self.before

    def doubt(self, key: str, *figures: str, **parameters: Amount | str | None) -> Finding:
        return Finding(key, Level.DOUBT, figures, self.edition.page_of(figures), parameters)


def review(
    now: Account,
    kind: BusinessKind,
    period: PeriodKind,
    before: Account | None = None,
    year_ago: Account | None = None,
) -> list[Finding]:
    """Everything in a report that looks wrong, by itself and beside earlier ones."""
    edition = catalogue()
    seen = Review(now, before, year_ago, edition.lines(kind, period), edition)
    return [finding for rule in RULES for finding in rule(seen)]


def changes(seen: Review) -> Iterator[Finding]:
    """`ten_times` for a slipped nought, `jump_up` and `jump_down` for other leaps."""
    for line in seen.money:
        earlier = seen.earlier(line)
        if earlier is None or line.code in SHARED_OUT:
            continue
        old, new = earlier.get(line.code), seen.now.get(line.code)
        if old is None or new is None or old <= 0 or new < 0:
            continue
        spans = (seen.now.quarters, earlier.quarters)
        quarters, before = spans if line.is_flow else (1, 1)
        leap, least = new * before - old * quarters, JUMP_AMOUNT * before
        if -least < leap < least:
            continue  # most lines leave here, without a fraction
        expected = Fraction(old) * quarters / before
        if key := _kind_of_change(expected, Fraction(new)):
            times = new / expected
            yield seen.doubt(key, line.code, old=old, new=new, times=times)


def _kind_of_change(expected: Fraction, new: Fraction) -> str | None:
    times = new / expected
    if _is_tenfold(times) or (new and _is_tenfold(1 / times)):
        return "ten_times"
    if times >= JUMP_FACTOR:
        return "jump_up"
    return "jump_down" if times * JUMP_FACTOR <= 1 else None


def _is_tenfold(times: Fraction) -> bool:
    return TENFOLD[0] <= times <= TENFOLD[1]


def written_in_thousands(seen: Review) -> Iterator[Finding]:
    """`thousand`: there are amounts, and all of them are below a million."""
    amounts = [magnitude(seen.now.get(line.code)) for line in seen.money]
    if 0 < max(amounts, default=0) < THOUSAND_BELOW:
        yield seen.doubt("thousand", largest=max(amounts))


def nothing_changed(seen: Review) -> Iterator[Finding]:
    """`same`: every amount equals the last report's, and there is something in it."""
    if seen.before is None:
        return
    pairs = [(seen.now.get(line.code), seen.before.get(line.code)) for line in seen.money]
    if any(new for new, _old in pairs) and all(new == old for new, old in pairs):
        yield seen.doubt("same")


def mostly_cash(seen: Review) -> Iterator[Finding]:
    """`cash`: more than half of all assets."""
    cash, assets = seen.now.get("cash"), seen.now.get("total_assets")
    if cash is not None and assets is not None and assets > 0 and cash > assets * CASH_SHARE:
        yield seen.doubt("cash", "cash", amount=cash, share=Fraction(cash) / assets)


def made_a_loss(seen: Review) -> Iterator[Finding]:
    """`loss`: the surplus after tax is negative; `amount` is how much was lost."""
    surplus = seen.now.get("surplus_after_tax")
    if surplus is not None and surplus < 0:
        yield seen.doubt("loss", "surplus_after_tax", amount=-surplus)


def many_loans_lost(seen: Review) -> Iterator[Finding]:
    """`macet`: loans classed as loss exceed 5 % of all loans."""
    lost, loans = seen.now.get("loss_loans"), seen.now.get("loans_total")
    if lost is not None and loans is not None and loans > 0 and lost > loans * LOSS_LOANS_SHARE:
        yield seen.doubt("macet", "loss_loans", amount=lost, share=Fraction(lost) / loans)


def capital_fell(seen: Review) -> Iterator[Finding]:
    """`capital`: principal savings went down though there are more members."""
    if seen.before is None:
        return
    old, new = seen.before.get("principal_savings"), seen.now.get("principal_savings")
    were, are = seen.before.get("members_total"), seen.now.get("members_total")
    if old is None or new is None or were is None or are is None:
        return
    if new < old and are > were:
        yield seen.doubt("capital", "principal_savings", old=old, new=new)


RULES: Mapping[Callable[[Review], Iterator[Finding]], tuple[str, ...]] = {
    written_in_thousands: ("thousand",),
    nothing_changed: ("same",),
    changes: ("ten_times", "jump_up", "jump_down"),
    mostly_cash: ("cash",),
    made_a_loss: ("loss",),
    many_loans_lost: ("macet",),
    capital_fell: ("capital",),
}
"""Each rule with the keys of what it finds; every key has its sentence in `reports/wording.py`."""
