"""A page as a person meets it: its heading, its words, its links, its forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from werkzeug.datastructures import Headers, MultiDict


class NotOnThePage(AssertionError):  # noqa: N818
    """What the test looked for is not there; the message says what is."""


@dataclass(frozen=True, eq=False)
class Page:
    """One answer of the app, page or fragment."""

    url: str
    status: int
    headers: Headers
    content: bytes = field(repr=False)

    @cached_property
    def html(self) -> str:
        return self.content.decode()

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @property
    def is_html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def is_fragment(self) -> bool:
        return self.soup.html is None

    @property
    def goes_to(self) -> str:
        """Where it sends the person, by redirect or by htmx; "" when it stays."""
        return self.headers.get("Location") or self.headers.get("HX-Redirect") or ""

    @property
    def title(self) -> str:
        return words(self.soup.title)

    @property
    def h1(self) -> str:
        return words(self.soup.h1)

    @cached_property
    def text(self) -> str:
        """Every visible word, single spaces between."""
        copy = BeautifulSoup(self.html, "html.parser")
        for hidden in copy(["script", "style", "template"]):
            hidden.decompose()
        return words(copy.body or copy)

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary, in order."""
        return [words(link) for link in self.soup.select('[role="alert"] a')]

    def error_for(self, name: str) -> str:
        """What stands at the field with this name (or id); "" when nothing is wrong there."""
        control = self.soup.find(attrs={"name": name}) or self.soup.find(id=name)
        ids = [f"{name}-wrong"]
        if isinstance(control, Tag):
            ids += str(control.get("aria-describedby", "")).split()
        found = [self.soup.find(id=each) for each in ids if each.endswith("-wrong")]
        return next((words(each) for each in found if isinstance(each, Tag)), "")

    @property
    def links(self) -> dict[str, str]:
        """Words of each link -> its address; the first of equal words."""
        found: dict[str, str] = {}
        for link in self.soup.select("a[href]"):
            found.setdefault(words(link), str(link["href"]))
        return found

    def link(self, text: str) -> str:
        """The address of the first link whose words contain these."""
        for said, url in self.links.items():
            if text in said:
                return url
        raise NotOnThePage(f"No link “{text}” on {self.url}; there are {list(self.links)}")

    @property
    def forms(self) -> list["Form"]:
        return [Form(self, each) for each in self.soup("form")]

    def form(self, holding: str = "") -> "Form":
        """The form whose address, button or field name contains this; the only one otherwise."""
        found = [form for form in self.forms if form.is_about(holding)]
        if not found:
            actions = [form.action for form in self.forms]
            raise NotOnThePage(f"No form about “{holding}” on {self.url}; there are {actions}")
        return found[0]


class Form:
    """A form with what it holds now; fill it by label or by name."""

    def __init__(self, page: Page, tag: Tag) -> None:
        self.page, self.tag = page, tag
        self.action = str(tag.get("action") or page.url)
        self.method = str(tag.get("method", "get")).upper()
        self.data: MultiDict[str, str] = MultiDict(_held_by(tag))

    def is_about(self, text: str) -> bool:
        buttons = " ".join(words(button) for button in self.tag("button"))
        names = {str(control.get("name")) for control in self.tag(["input", "select", "textarea"])}
        return text in self.action or text in buttons or text in names

    def fill(self, values: Mapping[str, str | list[str]] | None = None, **named: str) -> "Form":
        """Type or choose; a key is a field's name or its label."""
        for key, value in {**(values or {}), **named}.items():
            self.data.setlist(self._name(key), [value] if isinstance(value, str) else value)
        return self

    def clear(self, name: str) -> "Form":
        """Leave a choice unmade."""
        self.data.poplist(name)
        return self

    def press(self, button: str) -> "Form":
        """Send it with the button of these words: its name and value go with it."""
        for each in self.tag("button"):
            if button in words(each):
                if each.get("name"):
                    self.data[str(each["name"])] = str(each.get("value", ""))
                self.action = str(each.get("formaction") or self.action)
                return self
        raise NotOnThePage(f"No button “{button}” in the form to {self.action}")

    def _name(self, key: str) -> str:
        if self.tag.find(attrs={"name": key}):
            return key
        for label in self.tag("label"):
            if key in words(label):
                control = label.find(["input", "select", "textarea"])
                control = control or self.page.soup.find(id=str(label.get("for")))
                if isinstance(control, Tag):
                    return str(control["name"])
        raise NotOnThePage(f"No field “{key}” in the form to {self.action}")


def words(tag: Tag | None) -> str:
    """The words in it, with single plain spaces."""
    return " ".join(tag.get_text(" ").replace("\u00a0", " ").split()) if tag else ""


def _held_by(form: Tag) -> list[tuple[str, str]]:
    held: list[tuple[str, str]] = []
    for control in form(["input", "select", "textarea"]):
        name, kind = control.get("name"), control.get("type", "text")
        if not name or control.has_attr("disabled") or kind in ("submit", "button", "file"):
            continue
        if kind in ("radio", "checkbox") and not control.has_attr("checked"):
            continue
        held += [(str(name), value) for value in _values(control)]
    return held


def _values(control: Tag) -> list[str]:
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.name == "select":
        options = control("option")
        chosen = [option for option in options if option.has_attr("selected")]
        chosen = chosen or ([] if control.has_attr("multiple") else options[:1])
        return [str(option.get("value", option.get_text())) for option in chosen]
    default = "on" if control.get("type") in ("radio", "checkbox") else ""
    return [str(control.get("value", default))]
