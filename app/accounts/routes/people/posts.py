"""Roles are given, ended on a day, and for inspectors tied to districts."""

from flask import Response, flash, url_for
from flask_babel import gettext as _

from app.accounts.access import needs
from app.accounts.forms.posts import DistrictsForm, EndPostForm, PostForm
from app.accounts.models import User
from app.accounts.queries.posts import HeldPost
from app.accounts.roles import Permission, Role
from app.accounts.routes.blueprint import accounts
from app.accounts.routes.people.listing import page_of
from app.accounts.routes.people.places import Place, ask_place, requested_place
from app.accounts.routes.people.subject import Subject, managed, post_in, subject_of
from app.accounts.services import posts
from app.accounts.words import role_name
from app.regions.queries import districts
from app.shared import clock
from app.shared.errors import NotTheirs
from app.shared.transactions import commits
from app.shared.web.rendering import go_to, render


@accounts.get("/d/pengguna/<int:user_id>/peran/baru")
@needs(Permission.MANAGE_PEOPLE)
def new_post(user_id: int) -> Response:
    user, place = managed(user_id).user, requested_place()
    if place is None:
        here = url_for("accounts.new_post", user_id=user_id)
        return ask_place(_("Add a role for %(name)s", name=user.name), here, page_of(user_id))
    form = PostForm(formdata=None, starts_on=clock.today())
    place.prepare(form)
    return _render_new(form, user, place)


@accounts.post("/d/pengguna/<int:user_id>/peran/baru")
@needs(Permission.MANAGE_PEOPLE)
@commits
def add_post(user_id: int) -> Response:
    user, place = managed(user_id).user, requested_place()
    if place is None:
        return go_to(url_for("accounts.new_post", user_id=user_id))
    form = PostForm()
    place.prepare(form)
    if not form.validate():
        return _render_new(form, user, place, 422)
    posts.add_post(user, place.placement(form))
    flash(_("The role has been added."), "good")
    return go_to(page_of(user_id))


@accounts.get("/d/pengguna/<int:user_id>/peran/<int:post_id>/akhiri")
@needs(Permission.MANAGE_PEOPLE)
def ask_end_post(user_id: int, post_id: int) -> Response:
    subject = subject_of(user_id)
    post = post_in(subject, post_id)
    form = EndPostForm(post.starts_on, formdata=None, ends_on=clock.today())
    return _render_end(form, subject, post)


@accounts.post("/d/pengguna/<int:user_id>/peran/<int:post_id>/akhiri")
@needs(Permission.MANAGE_PEOPLE)
@commits
def end_post(user_id: int, post_id: int) -> Response:
    subject = subject_of(user_id)
    post = post_in(subject, post_id)
    form = EndPostForm(post.starts_on)
    if not form.validate():
        return _render_end(form, subject, post, 422)
    posts.end_post(subject.user, post.id, form.ends_on.data)
    flash(_("The role ends on the day you chose."), "good")
    return go_to(page_of(user_id))


@accounts.get("/d/pengguna/<int:user_id>/peran/<int:post_id>/wilayah")
@needs(Permission.MANAGE_PEOPLE)
def edit_districts(user_id: int, post_id: int) -> Response:
    subject = subject_of(user_id)
    post = _inspecting(subject, post_id)
    chosen = list(post.districts)
    return _render_districts(
        _offered(DistrictsForm(formdata=None, districts=chosen), post), subject
    )


@accounts.post("/d/pengguna/<int:user_id>/peran/<int:post_id>/wilayah")
@needs(Permission.MANAGE_PEOPLE)
@commits
def update_districts(user_id: int, post_id: int) -> Response:
    subject = subject_of(user_id)
    post = _inspecting(subject, post_id)
    form = _offered(DistrictsForm(), post)
    if not form.validate():
        return _render_districts(form, subject, 422)
    posts.set_districts(subject.user, post.id, tuple(form.districts.data or ()))
    flash(_("The districts have been saved."), "good")
    return go_to(page_of(user_id))


def _inspecting(subject: Subject, post_id: int) -> HeldPost:
    post = post_in(subject, post_id)
    if post.role is not Role.INSPECTOR:
        raise NotTheirs
    return post


def _offered(form: DistrictsForm, post: HeldPost) -> DistrictsForm:
    form.districts.choices = [(area.code, area.name) for area in districts(post.code)]
    return form


def _render_new(form: PostForm, user: User, place: Place, status: int = 200) -> Response:
    page = "accounts/posts/new.html"
    return render(page, status=status, form=form, user=user, place=place)


def _render_end(form: EndPostForm, subject: Subject, post: HeldPost, status: int = 200) -> Response:
    page, role = "accounts/posts/end.html", role_name(post.role)
    return render(page, status=status, form=form, subject=subject, post=post, role=role)


def _render_districts(form: DistrictsForm, subject: Subject, status: int = 200) -> Response:
    page = "accounts/posts/districts.html"
    return render(page, status=status, form=form, subject=subject)
