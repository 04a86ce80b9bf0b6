"""The `user` service. Apart from the others: XBlock's own module wants Django set up."""

from __future__ import annotations

from xblock.reference.user_service import UserService, XBlockUser


class Learner(UserService):
    """The `user` service: somebody without a name, an address or a role."""

    def __init__(self, learner: str):
        super().__init__()
        self._learner = learner

    def get_current_user(self) -> XBlockUser:
        user = XBlockUser(is_current_user=True)
        user.opt_attrs = {
            "edx-platform.user_id": self._learner,
            "edx-platform.anonymous_user_id": self._learner,
            "edx-platform.is_authenticated": True,
            "edx-platform.user_is_staff": False,
        }
        return user
