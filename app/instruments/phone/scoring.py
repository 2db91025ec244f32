"""One instrument as the phone gets it: what `prepare` reckons out, written as JSON."""

from typing import Any

from app.figures.catalogue import catalogue
from app.figures.model import Term
from app.instruments.engine import grade_line
from app.instruments.marks import PreparedQuestionnaire, PreparedRatio
from app.instruments.model import Indicator, Instrument, Method, Policy, Ratio
from app.instruments.phone.plan import PhonePlan, phone_plan
from app.instruments.preparation import Prepared, prepare

Row = dict[str, Any]
MONEY = "rupiah"
SOURCED = "sourced"
"""What is anything but this says so wherever its result is shown."""


def scoring_rules(instrument: Instrument) -> Row:
    """Everything the phone needs to score a case; nothing here is about anybody."""
    told: Row = {
        "id": instrument.id,
        "title": instrument.short_title,
        "grades": _grades(instrument),
    }
    if instrument.is_draft:
        told["draft"] = 1
    if instrument.method is Method.GRADES_ONLY:
        return told
    ready = prepare(instrument)
    plan = phone_plan(catalogue(), _sides(instrument), _alone(instrument))
    averaged = {"best": ready.best_score} if instrument.method is Method.SCORED_AVERAGE else {}
    return told | averaged | {
        "scale": ready.points_scale,
        "weights": ready.weights_scale,
        "aspects": [
            {"code": aspect.code, "name": aspect.name, "weight": weight}
            for aspect, weight in zip(instrument.aspects, ready.weights, strict=True)
        ],
        "sources": _sources(instrument),
        "indicators": _indicators(instrument, ready, plan),
        "plan": plan.content,
    }  # fmt: skip


def _grades(instrument: Instrument) -> Row:
    """`at`: where each grade but the lowest begins, on the line of `double_thresholds`."""
    thresholds, codes = grade_line(instrument)
    named = [{"code": code, "label": instrument.grade(code).label} for code in codes]
    return {"at": list(thresholds), "from": named}


def _sources(instrument: Instrument) -> list[str]:
    """Where the indicators are written, each text once."""
    return list(dict.fromkeys(one.source for one in instrument.indicators))


def _indicators(instrument: Instrument, ready: Prepared, plan: PhonePlan) -> list[Row]:
    pairs = zip(instrument.indicators, ready.indicators, strict=True)
    place = {source: index for index, source in enumerate(_sources(instrument))}
    return [
        _head(indicator, one)
        | {"source": place[indicator.source]}
        | (_ratio(indicator, one, plan) if isinstance(one, PreparedRatio) else _questions(one))
        for indicator, one in pairs
    ]


def _head(indicator: Indicator, one: PreparedRatio | PreparedQuestionnaire) -> Row:
    told: Row = {"code": indicator.code, "name": indicator.name, "aspect": one.aspect}
    if indicator.section:
        told["section"] = indicator.section
    if indicator.certainty != SOURCED:
        told["certainty"] = indicator.certainty
    return told | {"points": list(one.points)}


def _ratio(indicator: Indicator, one: PreparedRatio, plan: PhonePlan) -> Row:
    """`at` are edges x `edge`, doubled; a policy is named where it is not to block; `counted`:
    people over people, no money.
    """
    ratio = indicator.measure
    assert isinstance(ratio, Ratio)  # noqa: S101
    told: Row = {
        "top": plan.place[_name(indicator.code, "top", ratio.numerator)],
        "under": plan.place[_name(indicator.code, "under", ratio.denominator)],
        "at": list(one.thresholds),
    }
    if ratio.unit != "percent":
        told["unit"] = ratio.unit
    if catalogue().figure(ratio.numerator[0].figure).unit != MONEY:
        told["counted"] = 1
    if one.edge_scale > 1:
        told["edge"] = one.edge_scale
    policies = {
        "zero": ratio.zero_denominator,
        "none": ratio.zero_over_zero,
        "below": ratio.negative_denominator,
    }
    return told | {name: each for name, each in policies.items() if each is not Policy.BLOCK}


def _questions(one: PreparedQuestionnaire) -> Row:
    """`points` by the number of items met; `share`: the value is the percentage that is met."""
    return {"items": list(one.items)} | ({"share": 1} if one.is_share else {})


def _sides(instrument: Instrument) -> dict[str, tuple[Term, ...]]:
    """Numerators and denominators that are more than one figure."""
    named = {
        _name(one.code, side, terms): terms
        for one in instrument.indicators
        if isinstance(one.measure, Ratio)
        for side, terms in (("top", one.measure.numerator), ("under", one.measure.denominator))
    }
    return {name: terms for name, terms in named.items() if name != terms[0].figure}


def _alone(instrument: Instrument) -> list[str]:
    """Numerators and denominators that are one figure and nothing else."""
    ratios = (one.measure for one in instrument.indicators if isinstance(one.measure, Ratio))
    sides = [terms for ratio in ratios for terms in (ratio.numerator, ratio.denominator)]
    return [terms[0].figure for terms in sides if _is_alone(terms)]


def _name(code: str, side: str, terms: tuple[Term, ...]) -> str:
    return terms[0].figure if _is_alone(terms) else f"{code}/{side}"


def _is_alone(terms: tuple[Term, ...]) -> bool:
    return len(terms) == 1 and terms[0].factor == 1
