"""Which few articles a cooperative's phone holds: those for its own kind first."""

from datetime import date

from sqlalchemy import Select, and_, case, func, or_

from app.agency.topics import Topic
from app.cooperatives.models import Cooperative
from app.figures.kinds import BusinessKind
from app.library.kinds import Kind
from app.library.models import Article
from app.library.queries.announced import codes_of
from app.library.queries.shelf import has_code, is_over, standing_in

MOST = 8
HELPFUL = (Kind.GUIDE, Kind.FAQ, Kind.REGULATION)
NEEDED = (Topic.REPORTS, Topic.APP, Topic.MEETING, Topic.PERMITS)


def most_useful(cooperative: Cooperative, today: date) -> Select[Article]:
    """Guides before answers; of the topics those that cannot wait for a signal."""
    ours = or_(*(has_code(Article.groups, code) for code in codes_of(cooperative)))
    lends = cooperative.business_kind is not BusinessKind.REAL_SECTOR
    topics = (Topic.SAVINGS_LOAN, *NEEDED) if lends else NEEDED
    rank = case(
        *((has_code(Article.topics, topic), place) for place, topic in enumerate(topics)),
        else_=len(topics),
    )
    held = and_(~is_over(today), func.coalesce(Article.valid_from, date.min) <= today)
    query = standing_in(cooperative.regency).where(
        Article.kind.in_(HELPFUL), or_(Article.groups == "", ours), held
    )
    kinds = case({kind: place for place, kind in enumerate(HELPFUL)}, value=Article.kind)
    special = case((ours, 0), else_=1)
    return query.order_by(kinds, special, rank, Article.title, Article.id).limit(MOST)
