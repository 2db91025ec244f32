"""The one blueprint of the boards and lists."""

from flask import Blueprint

monitoring = Blueprint("monitoring", __name__)
