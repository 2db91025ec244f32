"""/d/atur/jawaban-siap: ready replies of the regency's own, beside those of the product."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.roles import Permission
from app.agency.routes.blueprint import own_regency
from app.consultations.desk.forms import ReadyReplyForm
from app.consultations.desk.replying.fields import FIELDS
from app.consultations.desk.replying.filled import own_replies
from app.consultations.desk.replying.library import product_replies
from app.consultations.desk.routes.blueprint import desk
from app.consultations.desk.services import ready as services
from app.consultations.desk.wording import topic_name
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@desk.get("/d/atur/jawaban-siap")
@needs(Permission.MANAGE_SETTINGS)
def ready_replies() -> Response:
    return _page(ReadyReplyForm(formdata=None))


@desk.post("/d/atur/jawaban-siap")
@needs(Permission.MANAGE_SETTINGS)
@commits
def add_ready_reply() -> Response:
    """The same title again writes over what stood there."""
    form = ReadyReplyForm()
    if not form.validate():
        return _page(form, 422)
    services.save_reply(
        own_regency(), form.title.data, form.topic.data, form.body.data, form.source.data
    )
    flash(_("The ready reply is saved."), "good")
    return go_to(url_for("desk.ready_replies"))


@desk.post("/d/atur/jawaban-siap/<int:reply_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
@commits
def remove_ready_reply(reply_id: int) -> Response:
    """Twice is once."""
    services.remove_reply(own_regency(), reply_id)
    flash(_("The ready reply is removed."), "good")
    return go_to(url_for("desk.ready_replies"))


def _page(form: ReadyReplyForm, status: int = 200) -> Response:
    return render(
        "consultations/desk/settings/ready.html",
        status=status,
        form=form,
        own=own_replies(own_regency()),
        product=product_replies(),
        topic_name=topic_name,
        fields=", ".join(f"{{{each}}}" for each in FIELDS),
    )
