"""The rules of scoring once more, slow and plain, with fractions only: a second opinion."""

from fractions import Fraction

from app.figures.totals import derive
from app.instruments.model import Method, Questionnaire
from app.instruments.numbers import HUNDREDTHS

LOW, HIGH = "low", "high"


def half_away(value: Fraction) -> int:
    sign = -1 if value < 0 else 1
    return sign * int(abs(value) + Fraction(1, 2))


def inside(span, value):
    above = span.least is None or value > span.least or (value == span.least and span.least_closed)
    below = span.most is None or value < span.most or (value == span.most and span.most_closed)
    return above and below


def points(indicator, band):
    return band.value if indicator.weight is None else band.value * indicator.weight / 100


def all_points(indicator):
    return [points(indicator, band) for band in indicator.bands]


def by_value(indicator, value):
    return next(points(indicator, one) for one in indicator.bands if inside(one.span, value))


def ratio_points(indicator, values):
    """Points, or "block", or "exclude"."""
    ratio = indicator.measure
    sides = []
    for terms in (ratio.numerator, ratio.denominator):
        if any(values[term.figure] is None for term in terms):
            return "block"
        sides.append(sum((term.factor * values[term.figure] for term in terms), Fraction()))
    top, bottom = sides
    times = 100 if ratio.unit == "percent" else 1
    if bottom > 0:
        return by_value(indicator, times * top / bottom)
    if bottom < 0:
        policy = ratio.negative_denominator
        if policy in {"plain", "absolute"}:
            return by_value(indicator, times * top / (bottom if policy == "plain" else -bottom))
    else:
        policy = ratio.zero_denominator if top else ratio.zero_over_zero
        if policy == "limit":
            end = "most" if top > 0 else "least"
            open_end = [one for one in indicator.bands if getattr(one.span, end) is None]
            return points(indicator, open_end[0])
    found = all_points(indicator)
    return {"highest": max(found), "lowest": min(found)}.get(str(policy), str(policy))


def questionnaire_points(indicator, case, assumed=None):
    items = indicator.measure.items
    met = case.answer_counts.get(indicator.code)
    if met is None:
        replies = [case.answers.get(item.code, assumed) for item in items]
        if None in replies:
            return "block"
        met = sum(replies)
    if indicator.measure.points_per_yes is not None:
        return met * indicator.measure.points_per_yes
    return by_value(indicator, Fraction(100 * met, len(items)))


def measured(indicator, case, values, end=None):
    if isinstance(indicator.measure, Questionnaire):
        return questionnaire_points(indicator, case, {LOW: False, HIGH: True}.get(end))
    found = ratio_points(indicator, values)
    if found == "block" and end:
        return {LOW: min, HIGH: max}[end](all_points(indicator))
    return found


def total_of(rules, case, end=None):
    """The total in hundredths; None when something blocks. `end`: the blocked at their ends."""
    values = derive(case.figures, lines_complete=case.lines_complete)
    found = [(one.aspect, measured(one, case, values, end)) for one in rules.indicators]
    if any(brought == "block" for _, brought in found):
        return None
    counted = [(aspect, brought) for aspect, brought in found if brought != "exclude"]
    if rules.method is Method.WEIGHTED_POINTS:
        return half_away(sum(brought for _, brought in counted) * HUNDREDTHS)
    total = Fraction()
    for aspect in rules.aspects:
        own = [brought for code, brought in counted if code == aspect.code]
        average = half_away(sum(own) / (len(own) * Fraction(4)) * 100 * HUNDREDTHS)
        total += average * aspect.weight / 100
    return half_away(total)
