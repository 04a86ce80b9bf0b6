"""The workshop host as a Django app: one table, no admin, no accounts."""

from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "pasapas.workshop"
    label = "workshop"
    default_auto_field = "django.db.models.BigAutoField"
