"""What the dinas types about an article."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

import wtforms
from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, ValidationError

from app.agency.topics import LABELS
from app.library import words
from app.library.content import FILE, Content
from app.library.kinds import Kind
from app.library.markdown import is_safe, links_in
from app.regions.queries import districts
from app.shared.web.fields import (
    DateField,
    NotLonger,
    SelectField,
    StringField,
    TextAreaField,
    required,
)
from app.shared.web.overtaking import RememberingForm

LONGEST_BODY = 40_000
Pairs = Sequence[tuple[str, Any]]


class CodesField(wtforms.StringField):
    """Several of a list, held as "18,42": drawn as boxes, sent on as one hidden field."""

    choices: Pairs = ()

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = ",".join(str(value) for value in valuelist)

    def offer(self, choices: Pairs) -> None:
        """What can be chosen; of what was sent the rest is passed over."""
        self.choices, sent = choices, self.codes
        self.data = ",".join(code for code, _name in choices if code in sent)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code in (self.data or "").split(",") if code)


class ArticleForm(RememberingForm):
    """The fields of a Content; what it was opened on is remembered."""

    kind = SelectField(
        _l("What it is"),
        [required(_l("Choose what it is."))],
        choices=[(str(kind), name) for kind, name in words.KINDS.items()],
    )
    title = StringField(_l("Title"), [required(_l("Write a title.")), NotLonger(160)])
    summary = TextAreaField(
        _l("In short"),
        [required(_l("Write the answer in one or two sentences.")), NotLonger(400)],
        description=_l("One or two sentences that answer by themselves. Shown in lists."),
    )
    body = TextAreaField(_l("Text"), [required(_l("Write the text.")), NotLonger(LONGEST_BODY)])
    topics = CodesField(_l("Topics"))
    groups = CodesField(_l("Only for these cooperatives"))
    districts = CodesField(_l("Only in these districts"))
    keywords = StringField(
        _l("Other words people type"),
        [NotLonger(300)],
        description=_l("With a comma between. For example: telat, denda"),
    )
    source = StringField(
        _l("Number of the regulation, or source"),
        [NotLonger(200)],
        description=_l("For example: Permenkop UKM 9/2020"),
    )
    superseded_by = SelectField(_l("Superseded by"))
    valid_from = DateField(_l("Holds from"))
    valid_until = DateField(_l("Holds until"))

    def offer(self, regency: str, others: Pairs) -> Self:
        """What can be chosen in a regency. `others`: slugs and titles of its regulations."""
        self.topics.offer([(str(code), name) for code, name in LABELS.items()])
        self.groups.offer(list(words.GROUPS.items()))
        self.districts.offer([(area.code, area.name) for area in districts(regency)])
        self.superseded_by.choices = [("", _("By nothing")), *others]
        return self

    def validate_body(self, field: TextAreaField) -> None:
        refused = [link for link in links_in(field.data or "") if not _leads_somewhere(link)]
        if refused:
            raise ValidationError(
                _(
                    "This link leads nowhere: %(link)s. Use a page of this site or https://.",
                    link=refused[0][:80],
                )
            )

    def validate_topics(self, field: CodesField) -> None:
        if not field.codes:
            raise ValidationError(_("Choose at least one topic."))

    def validate_source(self, field: StringField) -> None:
        if self.kind.data == Kind.REGULATION and not field.data:
            raise ValidationError(_("Write the number of the regulation."))

    def validate_valid_until(self, field: DateField) -> None:
        if field.data and self.valid_from.data and field.data < self.valid_from.data:
            raise ValidationError(_("It ends before it begins. Check both dates."))

    @classmethod
    def about(cls, content: Content) -> Self:
        """The form as it is opened on what was written."""
        told = content.as_json()
        lists = {name: ",".join(told[name]) for name in ("topics", "groups", "districts")}
        days = {name: getattr(content, name) for name in ("valid_from", "valid_until")}
        return cls.of({**told, **lists, **days, "keywords": ", ".join(content.keywords)})

    @property
    def values(self) -> Mapping[str, Any]:
        names = [name for name in Content.__dataclass_fields__ if name not in FILE]
        return {name: self[name].data or "" for name in names}

    @property
    def content(self) -> Content:
        typed = dict(self.values)
        lists = {name: self[name].codes for name in ("topics", "groups", "districts")}
        spoken = (word.strip() for word in typed["keywords"].split(","))
        days = {name: typed[name] or None for name in ("valid_from", "valid_until")}
        keywords = tuple(word for word in spoken if word)
        return Content(**{**typed, **lists, **days, "keywords": keywords})


class ReasonForm(FlaskForm):
    """Why something is sent back or withdrawn."""

    reason = TextAreaField(
        _l("Reason"), [required(_l("Write the reason in a sentence.")), NotLonger(400)]
    )


class ApprovalForm(FlaskForm):
    """`seen`: hash of the draft that the approver looked at."""

    seen = HiddenField()


def _leads_somewhere(link: str) -> bool:
    """Within the site to a page that exists; of other sites only that it is safe."""
    if not is_safe(link):
        return False
    path = link.partition("#")[0].partition("?")[0]
    return not link.startswith("/") or current_app.url_map.bind("").test(path, "GET")
