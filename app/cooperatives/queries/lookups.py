"""Finding cooperatives by what people know of them, and their officers."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, or_, select, true

from app.cooperatives.identifiers import digits, is_registry_number
from app.cooperatives.models import Cooperative, Officer
from app.cooperatives.naming import search_name
from app.cooperatives.queries.visibility import SeesCooperatives, visible_to
from app.shared import clock
from app.shared.database import db

SHORT_LIST = 5
SHORTEST_NUMBER = 4


def matching(typed: str) -> ColumnElement[bool]:
    """Every word stands in the name, or the typed digits begin the registry number."""
    words = [Cooperative.search_name.contains(word) for word in search_name(typed).split()]
    number = digits(typed)
    if number.isascii() and number.isdigit() and len(number) >= SHORTEST_NUMBER:
        return or_(Cooperative.registry_number.startswith(number), and_(true(), *words))
    return and_(true(), *words)


def find(reader: SeesCooperatives, typed: str, limit: int = SHORT_LIST) -> list[Cooperative]:
    """A few cooperatives a reader may see, by NIK or words of the name, best first."""
    number = digits(typed)
    query = visible_to(reader)
    if is_registry_number(number):
        exact = db.session.scalar(query.where(Cooperative.registry_number == number))
        if exact:
            return [exact]
    named = query.where(Cooperative.search_name == search_name(typed))
    ordered = (Cooperative.search_name, Cooperative.id)
    found = list(db.session.scalars(named.order_by(*ordered).limit(limit)))
    if found or not search_name(typed):
        return found
    return list(db.session.scalars(query.where(matching(typed)).order_by(*ordered).limit(limit)))


def namesakes(name: str, regency: str, besides: int | None = None) -> list[Cooperative]:
    """Others of the regency with the same name, however it is spelt."""
    query = (
        select(Cooperative)
        .where(Cooperative.regency == regency, Cooperative.search_name == search_name(name))
        .order_by(Cooperative.id)
        .limit(SHORT_LIST)
    )
    return [each for each in db.session.scalars(query) if each.id != besides]


def holder_of(column: str, value: str, besides: int | None = None) -> Cooperative | None:
    """Who already bears a number that only one cooperative may bear."""
    query = select(Cooperative).where(getattr(Cooperative, column) == value)
    found = db.session.scalar(query)
    return None if found is None or found.id == besides else found


def holders_of(column: str, values: Collection[str]) -> dict[str, str]:
    """Value -> name of the cooperative that bears it, for a whole file at once."""
    attribute = getattr(Cooperative, column)
    query = select(attribute, Cooperative.name).where(attribute.in_(values))
    return {row[0]: row[1] for row in db.session.execute(query)}


def names_by_village(regency: str) -> dict[tuple[str, str], str]:
    """(village, search name) -> name, of every cooperative of a regency."""
    query = select(Cooperative.village, Cooperative.search_name, Cooperative.name).where(
        Cooperative.regency == regency
    )
    return {(row[0], row[1]): row[2] for row in db.session.execute(query)}


def officers_of(cooperative_id: int) -> list[Officer]:
    """Everyone named, those still serving first, then by when they began."""
    query = (
        select(Officer)
        .where(Officer.cooperative_id == cooperative_id)
        .order_by(Officer.ends_on.is_not(None), Officer.starts_on, Officer.id)
    )
    return list(db.session.scalars(query))


def serving_officers(cooperative_id: int) -> list[Officer]:
    """Those whose term has not ended."""
    today = clock.today()
    return [
        each for each in officers_of(cooperative_id) if not each.ends_on or each.ends_on >= today
    ]
