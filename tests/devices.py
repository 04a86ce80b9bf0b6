"""The devices that learners have in the tests."""

PHONE = {
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
    "locale": "fr-FR",
}
DESKTOP = {"viewport": {"width": 1280, "height": 800}, "locale": "fr-FR"}
