"""Addresses. Usage ids are url_names: letters, digits, `-` and `_`."""

from django.urls import path

from . import views

handler400 = "pasapas.workshop.errors.bad_request"
handler403 = "pasapas.workshop.errors.forbidden"
handler404 = "pasapas.workshop.errors.not_found"
handler500 = "pasapas.workshop.errors.server_error"

urlpatterns = [
    path("", views.lessons, name="lessons"),
    path("lecon/<slug:usage_id>/", views.lesson, name="lesson"),
    path("jump_to_id/<slug:usage_id>", views.jump, name="jump"),
    path("personne/", views.leave, name="leave"),
    path("h/<slug:usage_id>/", views.handle, {"handler": ""}, name="block"),
    path("h/<slug:usage_id>/<slug:handler>/", views.handle, name="handler"),
    path("h/<slug:usage_id>/<slug:handler>/<path:suffix>", views.handle, name="handler"),
    path("sound/<path:name>", views.sound, name="sound"),
]
