"""A deal's page that nothing leads to is told, with its file and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import Project

from whereas.site import unlinked


@pytest.mark.parametrize(
    ("home", "said"),
    [
        ("", "info: deals/a.yaml, deals/b.yaml, deals/c.yaml and 1 more: in no toctree and no list; put deals/*,"),
        ("```{toctree}\n:glob:\ndeals/[abc]\n```\n", "info: deals/d.yaml: in no toctree and no list; put deals/*,"),
        ("```{toctree}\n:glob:\ndeals/*\n```\n", ""),
        (":::{records} deals\n:::\n", ""),
    ],
)
def test_a_deal_that_nothing_leads_to_is_told(
    home: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(unlinked.logger, "info", lambda words, *of: told.append(words % of))
    project = Project(tmp_path)
    project.write({f"deals/{name}.yaml": f"agreement: sale\ntitle: {name}\n" for name in "abcd"})
    project.write(
        {
            "index.md": f"# Home\n\n```{{toctree}}\nagreements/sale\n```\n\n{home}",
            "agreements/sale.md": "---\nagreement:\n---\n# Sale\n\n## Price\n1. Words.\n",
        }
    )
    built = project.build()
    assert (built.messages, built.status) == ("", 0)
    assert "".join(told).startswith(said) and len(told) == bool(said)
