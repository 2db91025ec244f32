"""/informasi for anyone, /k/informasi for officers, /d/informasi where it is written."""

from app.library.routes import deciding, files, listing, officers, public, writing
from app.library.routes.blueprint import library

blueprints = (library,)

__all__ = ["blueprints", "deciding", "files", "listing", "officers", "public", "writing"]
