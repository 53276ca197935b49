"""Mayan EDMS doing the work of the benchmark, in a process of its own with its own virtual environment.

    python -m benchmarks.mayan_peer TASK ANSWER

TASK is a JSON file that ``record_mayan.py`` wrote, ANSWER the one that is read back. Its tasks run at once in the same process (Celery's eager mode),
as Curule's jobs do in this benchmark: one worker on either side, and all that an upload causes counts. Recognition of characters is off, text extraction
on; search is Whoosh, its default.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.spent import spend, turns

CONTENT = "files__file_pages__content__content"
SEARCH = "documents.documentsearchresult"
A_PAGE = 100


def main() -> None:
    """Read the task, do it, write the answer."""
    task = json.loads(Path(sys.argv[1]).read_text())
    _start(task)
    Path(sys.argv[2]).write_text(json.dumps(Peer(task).answer()))


def _start(task: dict[str, Any]) -> None:
    warnings.simplefilter("ignore")
    where = {"default": {"ENGINE": "django.db.backends.postgresql", **task["database"]}}
    os.environ.update(DJANGO_SETTINGS_MODULE="mayan.settings.production", MAYAN_MEDIA_ROOT=task["folder"], MAYAN_DATABASES=repr(where),
                      MAYAN_ALLOWED_HOSTS="['*']", MAYAN_OCR_AUTO_OCR="false", MAYAN_VIEWS_PAGINATE_BY=str(A_PAGE))
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.conf import settings
    from django.core.management import call_command
    from mayan.celery import app

    call_command("common_initial_setup", force=True, no_dependencies=True)
    settings.CELERY_TASK_ALWAYS_EAGER = True
    # The scripts and styles of other projects are no part of the package: pages are made with plain addresses of theirs, which costs less.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    app.conf.task_always_eager = app.conf.task_eager_propagates = True


class Peer:
    """One Mayan EDMS with a public and a closed type of document, and a reader who may see the public one."""

    def __init__(self, task: dict[str, Any]) -> None:
        from django.contrib.auth import get_user_model
        from django.contrib.auth.models import Group
        from django.test import Client
        from mayan.apps.acls.models import AccessControlList
        from mayan.apps.documents.models import DocumentType
        from mayan.apps.documents.permissions import permission_document_view
        from mayan.apps.permissions.models import Role

        self.task, self.name = task, task["database"]["NAME"]
        self.types = {kind: DocumentType.objects.create(label=kind) for kind in ("public", "closed")}
        self.role, group = Role.objects.create(label="readers"), Group.objects.create(name="readers")
        self.role.groups.add(group)
        AccessControlList.objects.grant(permission=permission_document_view, role=self.role, obj=self.types["public"])
        users = get_user_model().objects
        reader = users.create_user("reader", password=None)
        reader.groups.add(group)
        self.clerk, self.reader = Client(), Client()
        self.clerk.force_login(users.filter(is_superuser=True).first())
        self.reader.force_login(reader)

    def answer(self) -> dict[str, Any]:
        """Everything that was asked."""
        import mayan

        self._upload(self.task["files"][0])  # warms
        filing, _made = spend(lambda: [self._upload(file) for file in self.task["files"][1:]], self.name)
        documents = self._fill()
        listing = {str(size): self._listing(documents[:size]) for size in self.task["sizes"]}
        searched = documents[:self.task["searched"]]
        indexing, _made = spend(lambda: self._index(searched), self.name)
        asked = [self._ask(words) for words in self.task["questions"]]
        return {"version": mayan.__version__, "filing": asdict(filing), "extracted": self._extracted(), "listing": listing, "indexing": asdict(indexing),
                "indexed": len(searched), "search": [spent for spent, _count in asked], "counts": [count for _spent, count in asked]}

    def _upload(self, file: dict[str, str]) -> None:
        with Path(file["path"]).open("rb") as stream:
            told = self.clerk.post("/api/v4/documents/upload/", {"document_type_id": self.types[file["kind"]].pk, "label": file["title"], "file": stream})
        if told.status_code != 201:
            raise SystemExit(f"upload refused: {told.status_code} {told.content[:300]!r}")

    def _extracted(self) -> int:
        from mayan.apps.document_parsing.models import DocumentFilePageContent

        return DocumentFilePageContent.objects.filter(content__contains="tribunal").count()

    def _fill(self) -> list[Any]:
        """The texts as documents with their pages, written straight into the tables: uploading so many would take hours."""
        from mayan.apps.document_parsing.models import DocumentFilePageContent
        from mayan.apps.documents.models import Document, DocumentFile, DocumentFilePage

        texts = self.task["texts"]
        documents = Document.objects.bulk_create([Document(document_type=self.types[t["kind"]], label=t["title"], is_stub=False) for t in texts])
        files = DocumentFile.objects.bulk_create([DocumentFile(document=d, filename="f.pdf", file="f.pdf", mimetype="application/pdf", size=1000,
                                                               checksum="0" * 64) for d in documents])
        pages = DocumentFilePage.objects.bulk_create([DocumentFilePage(document_file=f, page_number=1) for f in files])
        contents = [DocumentFilePageContent(document_file_page=page, content=text["text"]) for page, text in zip(pages, texts, strict=True)]
        DocumentFilePageContent.objects.bulk_create(contents)
        return list(documents)

    def _listing(self, documents: list[Any]) -> dict[str, list[float]]:
        from django.urls import reverse
        from mayan.apps.acls.models import AccessControlList
        from mayan.apps.cabinets.models import Cabinet
        from mayan.apps.cabinets.permissions import permission_cabinet_view

        cabinet = Cabinet.objects.create(label=f"case of {len(documents)}")
        Cabinet.documents.through.objects.bulk_create([Cabinet.documents.through(cabinet=cabinet, document=d) for d in documents])
        AccessControlList.objects.grant(permission=permission_cabinet_view, role=self.role, obj=cabinet)
        page, api = reverse("cabinets:cabinet_view", kwargs={"cabinet_id": cabinet.pk}), f"/api/v4/cabinets/{cabinet.pk}/documents/?page_size={A_PAGE}"
        shown, told = self.reader.get(page), self.reader.get(api)
        wanted = sum(t["kind"] == "public" for t in self.task["texts"][:len(documents)])
        if told.status_code != 200 or told.json()["count"] != wanted or shown.status_code != 200 or b"Text 1 " not in shown.content:
            raise SystemExit(f"the cabinet of {len(documents)} is not shown as expected: {shown.status_code}, {told.status_code} {told.content[:200]!r}")
        return {"page": turns(lambda: self.reader.get(page), self.task["turns"]), "api": turns(lambda: self.reader.get(api), self.task["turns"])}

    def _index(self, documents: list[Any]) -> None:
        """One after another, as each change of a document asks for. Its command for many (``search_index_objects``) left one of 40 to be found."""
        from mayan.apps.dynamic_search.tasks import task_index_instance

        for document in documents:
            task_index_instance.apply(kwargs={"app_label": "documents", "model_name": "Document", "object_id": document.pk})

    def _ask(self, words: str) -> tuple[dict[str, float], int]:
        def ask() -> Any:
            return self.reader.get(f"/api/v4/search/advanced/{SEARCH}/", {CONTENT: words, "page_size": 20})

        ask()
        spent, told = spend(ask, self.name)
        return asdict(spent), told.json()["count"]


if __name__ == "__main__":
    main()
