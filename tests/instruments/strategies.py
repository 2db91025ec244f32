"""Cases a cooperative could hand in, and many it never would."""

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from app.figures.catalogue import catalogue
from app.instruments.cases import Case
from app.instruments.engine import score
from app.instruments.loading import all_instruments
from app.instruments.model import Method, Questionnaire, Ratio

SCORING = [one for one in all_instruments() if one.method is not Method.GRADES_ONLY]
CODES = sorted((*catalogue().figure_by_code, *catalogue().carried_by_code))
CARRIED = sorted(catalogue().carried_by_code)
AMOUNTS = st.one_of(
    st.integers(0, 10), st.integers(0, 10**9), st.integers(-(10**9), 10**9), st.integers(0, 10**30)
)


def items_of(rules):
    return [
        item.code
        for one in rules.indicators
        if isinstance(one.measure, Questionnaire)
        for item in one.measure.items
    ]


def ratios_of(rules):
    return [one for one in rules.indicators if isinstance(one.measure, Ratio)]


@st.composite
def cases(draw, rules, *, complete=False):
    """A case of these rules, with gaps unless it is to be complete."""
    figures = draw(st.dictionaries(st.sampled_from(CODES), AMOUNTS, max_size=len(CODES)))
    items = items_of(rules)
    replies = draw(st.lists(st.booleans(), min_size=len(items), max_size=len(items)))
    answers = dict(zip(items, replies, strict=True))
    if complete:
        figures = dict.fromkeys(CARRIED, 1) | figures
        return Case(figures, answers, {}, lines_complete=True)
    gaps = draw(st.sets(st.sampled_from(items), max_size=8)) if draw(st.booleans()) else items
    answers = {code: reply for code, reply in answers.items() if code not in gaps}
    return Case(figures, answers, {}, lines_complete=draw(st.booleans()))


def edges_of(bands):
    ends = {end for band in bands for end in (band.span.least, band.span.most)}
    return sorted(end for end in ends if end is not None)


def sides_for(indicator, value: Fraction, bottom: int = 73):
    """Figures that give the indicator's ratio this value over that denominator."""
    times = 100 if indicator.measure.unit == "percent" else 1
    return exact_sides(indicator, value * bottom / times, bottom)


def exact_sides(indicator, top, bottom):
    """Figures that make exactly this numerator and this denominator."""
    upper = {term.figure: term.factor for term in indicator.measure.numerator}
    lower = {term.figure: term.factor for term in indicator.measure.denominator}
    for one, other in product(upper, lower):
        a, b = upper[one], upper.get(other, 0)
        c, d = lower.get(one, 0), lower[other]
        if one != other and a * d != b * c:
            solved = {one: top * d - b * bottom, other: a * bottom - top * c}
            rest = dict.fromkeys((*upper, *lower), Fraction(0))
            return rest | {code: Fraction(found, a * d - b * c) for code, found in solved.items()}
    raise AssertionError(f"No figures make {top} over {bottom} in {indicator.code}")


def indicator_of(rules, code, figures, **known):
    """What one indicator came to in a case of these figures."""
    result = score(rules, Case(figures, **known))
    return next(one for one in result.indicators if one.code == code)
