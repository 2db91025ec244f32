"""Sentences about register files: every fault has one."""

from collections.abc import Callable

from flask_babel import gettext as _

from app.cooperatives.forms.contradictions import CONTRADICTIONS
from app.cooperatives.importing.columns import COLUMNS
from app.cooperatives.importing.reading import FileFault
from app.cooperatives.importing.verdicts import Complaint, Fault
from app.cooperatives.kinds import GROUPS

HEADINGS = {column.key: column.name for column in COLUMNS}


def file_sentence(fault: FileFault) -> str:
    """Why a file cannot be read, and what to do."""
    return {
        FileFault.EMPTY: _("This file is empty. Choose another one."),
        FileFault.NOT_TEXT: _("This is not a CSV file. In the spreadsheet, save it as CSV."),
        FileFault.TOO_LARGE: _("This file is larger than 5 MB. Split it into smaller ones."),
        FileFault.NO_ROWS: _("The file has headings but no rows."),
        FileFault.TOO_MANY: _("The file has more than 5,000 rows. Split it into smaller ones."),
        FileFault.BROKEN: _("The file is damaged. Save it as CSV once more."),
    }[fault]


def cell_sentence(complaint: Complaint) -> str:
    """What is wrong with a cell, and how it should look."""
    sentence: str = SENTENCES[complaint.fault](**complaint.details)
    return sentence


SENTENCES: dict[Fault, Callable[..., str]] = {
    Fault.EMPTY: lambda **_d: _("This column must be filled in."),
    Fault.TOO_LONG: lambda **d: _("Too long. Use at most %(most)s characters.", **d),
    Fault.NOT_ONE_OF: lambda **d: _("Not known. Use one of: %(choices)s.", **d),
    Fault.NUMBER_CUT: lambda **_d: _(
        "A spreadsheet has cut this number. Format the column as text and type it again."
    ),
    Fault.REGISTRY: lambda **_d: _("The NIK of a cooperative has 10 to 16 digits."),
    Fault.TAX: lambda **_d: _("An NPWP has 15 or 16 digits."),
    Fault.BUSINESS: lambda **_d: _("An NIB has 13 digits."),
    Fault.PHONE: lambda **_d: _("Write a phone number like 0812-3456-7890 or (0291) 123456."),
    Fault.EMAIL: lambda **_d: _("Write the e-mail address like nama@contoh.id."),
    Fault.DATE: lambda **_d: _("Write the date like this: 23/11/2026."),
    Fault.FUTURE: lambda **_d: _("Check the date: it lies in the future or too far back."),
    Fault.YES_NO: lambda **_d: _("Write ya or tidak."),
    Fault.MONTH: lambda **_d: _("Write the name of a month, for example Januari."),
    Fault.ELSEWHERE: lambda **d: _("Not in %(regency)s. Leave it out.", **d),
    Fault.DISTRICT: lambda **_d: _("There is no kecamatan of this name in the regency."),
    Fault.VILLAGE: lambda **_d: _("There is no desa or kelurahan of this name in the kecamatan."),
    Fault.VILLAGE_UNCLEAR: lambda **_d: _(
        "This desa stands in more than one kecamatan. Fill in the kecamatan."
    ),
    Fault.TWICE: lambda **d: _("The same as in row %(row)s.", **d),
    Fault.TAKEN: lambda **d: _("Already registered for %(name)s.", **d),
    Fault.NAMESAKE: lambda **d: _("Already registered in this desa: %(name)s.", **d),
    Fault.CONTRADICTION: lambda **d: CONTRADICTIONS[d["found"]](GROUPS[d["group"]]),
}
