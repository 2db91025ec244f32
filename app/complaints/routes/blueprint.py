"""One blueprint for both doors."""

from flask import Blueprint

complaints = Blueprint("complaints", __name__)
