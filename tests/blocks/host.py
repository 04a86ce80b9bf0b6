"""A platform in small: stores as JSON, knows learners, refuses what a view may not write."""

from __future__ import annotations

import json
from io import BytesIO

from lxml import etree
from webob import Request
from xblock.exceptions import InvalidScopeError
from xblock.fields import Scope, ScopeIds, UserScope
from xblock.runtime import DictKeyValueStore, KvsFieldData
from xblock.test.tools import TestRuntime

from pasapas.blocks import DocumentBlock
from pasapas.player.saving import learner_token
from pasapas.player.translation import translations

LESSON = """---
format: 1
title: Joindre un CV
need: [On me demande un CV.]
domain: messages
level: 1
minutes: 4
pictogram: piece-jointe
---
## Votre mail est écrit
![](pictogram:mail)
Vous répondez à une offre.

## Vérifiez
![](pictogram:verifier)
Où est le nom ?
( ) Dans le sujet {{Regardez sous le texte.}}
(x) Sous le texte {{Oui.}}
( ) Je ne sais pas encore {{Prenez votre temps.}}

## À retenir
![](pictogram:retenir)
- Le trombone joint un document.
"""
LAST_STEP = 3


class Store(DictKeyValueStore):
    """Keeps JSON with sorted keys, as learners' state is kept. Once `teaching`, what
    authors made is read only."""

    def __init__(self):
        super().__init__()
        self.teaching = False

    def get(self, key):
        return json.loads(super().get(key))

    def set(self, key, value):
        self.set_many({key: value})

    def set_many(self, update_dict):
        for key, value in update_dict.items():
            if self.teaching and key.scope.user is UserScope.NONE:
                raise InvalidScopeError(key)
            super().set(key, json.dumps(value, sort_keys=True))


class LocalCard:
    def __init__(self, places):
        self._places = places

    def places(self):
        return self._places


class Host(TestRuntime):
    """One platform with its store. `published` collects (user, usage, event, data)."""

    def __init__(self, language="fr", card=None, services=None):
        self.store = Store()
        own = {"field-data": KvsFieldData(self.store), "i18n": translations(language)}
        services = {**(services or {}), **own}
        if card is not None:
            services["pasapas_local_card"] = LocalCard(card)
        super().__init__(services=services)
        self.published = []

    def local_resource_url(self, block, uri):
        return f"/resources/{block.scope_ids.block_type}/{uri}"

    def publish(self, block, event_type, event_data):
        ids = block.scope_ids
        self.published.append((ids.user_id, ids.usage_id, event_type, event_data))

    # --- Authors ---

    def authored(self, usage="lesson-one", **fields):
        """A block that an author made; its learners come after."""
        block = self.block(usage, user=None)
        for name, value in {"source": LESSON, **fields}.items():
            setattr(block, name, value)
        block.save()
        return self

    def imported(self, xml: str | bytes):
        """The block that the import of an XML text makes."""
        return self.get_block(self.parse_xml_string(xml))

    def exported(self, block):
        """The block's XML, read back as a tree."""
        file = BytesIO()
        self.export_to_xml(block, file)
        return etree.fromstring(file.getvalue())

    # --- Learners ---

    def block(self, usage="lesson-one", user="amina") -> DocumentBlock:
        """The block as one request of a learner has it: fresh from the store. What it is,
        its name says: `lesson-…`, `practice-…` or `assessment-…`."""
        kind = f"pasapas_{usage.partition('-')[0]}"
        ids = ScopeIds(user, kind, f"definition of {usage}", usage)
        return self.construct_xblock(kind, ids)

    def view(self, name="student_view", **block):
        """The fragment of a view; saves as platforms do after it."""
        shown = self.block(**block)
        fragment = getattr(shown, name)()
        shown.save()
        return fragment

    def post(self, handler, data, method="POST", **block):
        """(status, JSON of the reply) of one request."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        response = self.block(**block).handle(handler, Request.blank("/", method=method, body=body))
        return response.status_code, json.loads(response.body)

    def kept(self, scope: Scope):
        """Names of the fields that the store holds in a scope."""
        return {key.field_name for key in self.store.db_dict if key.scope == scope}


def envelope(user="amina", **changed):
    written = {"v": 1, "learner": learner_token(user), "client": "page-1", "seq": 1, "base": 0}
    return {**written, "data": {"place": 1}, **changed}
