"""Write docs/permissions.md from the code: who may do what, and which address asks for it."""  # noqa: INP001

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app import create_app  # noqa: E402
from app.accounts.roles import GRANTS, Permission, Role  # noqa: E402
from app.settings import read_settings  # noqa: E402

PAGE = ROOT / "docs" / "permissions.md"
HEAD = """# Siapa boleh apa

Dibuat dari kode oleh `make format`; jangan disunting. Peran dan izinnya: `app/accounts/roles.py`.
Alamat yang tidak menyebut izinnya menggagalkan uji. Selain izin, setiap orang hanya melihat
koperasinya sendiri atau wilayah kodenya.

"""


def table() -> str:
    """Permissions down, roles across."""
    roles = list(Role)
    lines = ["| izin | " + " | ".join(f"`{role}`" for role in roles) + " |"]
    lines.append("|---" * (len(roles) + 1) + "|")
    for permission in Permission:
        marks = ("ya" if permission in GRANTS[role] else "" for role in roles)
        lines.append(f"| {permission} | " + " | ".join(marks) + " |")
    return "\n".join(lines)


def addresses() -> str:
    """Every address under the permission it asks for."""
    app = create_app(read_settings({"APP_ENV": "testing", "SECRET_KEY": "none"}))
    asked: dict[str, set[str]] = defaultdict(set)
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        permission = getattr(view, "permission", None) or "siapa saja"
        methods = "/".join(sorted((rule.methods or set()) & {"GET", "POST"}))
        asked[str(permission)].add(f"- `{rule.rule}` {methods}")
    parts = (f"### {name}\n\n" + "\n".join(sorted(asked[name])) for name in sorted(asked))
    return "\n\n".join(parts)


def page() -> str:
    """The whole page."""
    return f"{HEAD}{table()}\n\n## Alamat menurut izin\n\n{addresses()}\n"


if __name__ == "__main__":
    PAGE.write_text(page())
