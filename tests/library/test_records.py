"""Records: YAML becomes clauses, parties and deals, or every fault of a file at once, each with its place."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_args

import pytest

from whereas.language.nearest import did_you_mean
from whereas.library.clauses import Clause
from whereas.library.deals import Deal
from whereas.library.finding import FindingsError
from whereas.library.front_matter import load_page, read_page
from whereas.library.parties import Party, Signatory
from whereas.library.records import Record, parse_record
from whereas.library.yaml_source import parse_source
from whereas.values.types import Type

R = TypeVar("R", bound=Record)


def record(model: type[R], text: str) -> R:
    return parse_record(model, parse_source(text, "f.yaml"), "f")


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Clause, "title: T\n", ["1:1 missing-key the key 'text' is missing"]),
        (Clause, "", ["1:0 missing-key the key 'title' is missing", "1:0 missing-key the key 'text' is missing"]),
        (Clause, "- a\n", ["1:1 schema the file must be a mapping of keys to values"]),
        (Clause, "title: T\ntext: x\ntitel: U\n",
         ["3:1 unknown-key the key 'titel' is not known; did you mean 'title'?"]),
        (Clause, "title: T\ntext: x\nstatus: aproved\n",
         ["3:9 schema 'status' is 'aproved', which is none of: draft, approved, retired; did you mean 'approved'?"]),
        (Clause, "title: T\ntext: x\nvalues:\n  fee: {typ: money}\n",
         ["4:9 unknown-key the key 'values.fee.typ' is not known; did you mean 'type'?"]),
        (Clause, "title: T\ntext: x\nvalues:\n  list_price: {typ: money}\n  strict: {type: mony}\n",
         ["4:16 unknown-key the key 'values.list_price.typ' is not known; did you mean 'type'?",
          "5:18 schema 'values.strict.type' is 'mony', which is none of: "
          f"{', '.join(get_args(Type))}; did you mean 'money'?"]),
        (Clause, "title: T\ntext: x\nvariants:\n  short:\n    summary: S\n",
         ["4:3 missing-key the key 'variants.short.text' is missing"]),
        (Clause, "title:\ntext: x\n", ["1:7 schema 'title' is empty; it must be a text"]),
        (Clause, "title: [T]\ntext: {a: b}\ntags: x\n",
         ["1:8 schema 'title' must be a text, not a list", "2:7 schema 'text' must be a text, not a mapping",
          "3:7 schema 'tags' must be a list, not 'x'; write `[...]` around it"]),
        (Clause, "title: T\ntext: x\nfallbacks:\n  - position: P\n    aproval: none\n  - text: y\n",
         ["5:5 unknown-key the key 'fallbacks.0.aproval' is not known; did you mean 'approval'?",
          "6:5 missing-key the key 'fallbacks.1.position' is missing"]),
        (Party, "name: A\nnotices: {mail: x}\n",
         ["2:11 unknown-key the key 'notices.mail' is not known; did you mean 'email'?"]),
        (Party, "name: A\nregistration: {label: no}\n", ["2:1 missing-key the key 'registration.number' is missing"]),
        (Party, "name: A\nkind: firm\n", ["2:7 schema 'kind' is 'firm', which is none of: company, person"]),
        (Party, "name: A\nsignatories: [{name: B, titel: C}]\n",
         ["2:25 unknown-key the key 'signatories.0.titel' is not known; did you mean 'title'?"]),
        (Deal, "agreement: a\nclauses:\n  cap: {varint: x}\n",
         ["3:9 unknown-key the key 'clauses.cap.varint' is not known; did you mean 'variant'?"]),
        (Deal, "agreement: a\nclauses: [cap]\n",
         ["2:10 schema 'clauses' must be a mapping of names to values, not a list"]),
        (Clause, "title: T\ntext: x\nvariants: {text: {text: x, sumary: y}, b: z, c:, d: {text: [x]}}\n",
         ["3:28 unknown-key the key 'variants.text.sumary' is not known; did you mean 'summary'?",
          "3:43 schema 'variants.b' must be a mapping, not 'z'; its keys are: text, summary, title",
          "3:48 schema 'variants.c' is empty; it must be a mapping; its keys are: text, summary, title",
          "3:60 schema 'variants.d.text' must be a text, not a list"]),
        (Clause, "title: T\ntext: x\nstatus: [draft]\nvalues: {type: {tpye: text}}\n"
                 "fallbacks:\n  - x: y\n    position: z\n",
         ["3:9 schema 'status' must be draft, approved or retired, not a list",
          "4:17 unknown-key the key 'values.type.tpye' is not known; did you mean 'type'?",
          "6:5 unknown-key the key 'fallbacks.0.x' is not known; known here: "
          "approval, changes, position, text, values, variant"]),
        (Clause, f"title: T\ntext: x\nstatus: {'x' * 1000}\n",
         [f"3:9 schema 'status' is '{'x' * 59}, which is none of: draft, approved, retired"]),
        (Party, "name: A\nregistration:\n  number: 1\n  lable: x\nsignatories: [Ada]\n",
         ["4:3 unknown-key the key 'registration.lable' is not known; did you mean 'label'?",
          "5:15 schema 'signatories.0' must be a mapping, not 'Ada'; its keys are: "
          + ", ".join(Signatory.model_fields)]),
        (Deal, "agreement: a\nclauses:\n  cap:\n    omit: maybe\n  title: {omit: , varint: x}\n",
         ["4:11 schema 'clauses.cap.omit' must be yes or no, not 'maybe'",
          "5:16 schema 'clauses.title.omit' is empty; it must be yes or no",
          "5:19 unknown-key the key 'clauses.title.varint' is not known; did you mean 'variant'?"]),
        (Deal, "agreement: a\nomitted: closed\nstatus: done\n",
         ["3:9 schema 'status' is 'done', which is none of: draft, final",
          "2:10 schema 'omitted' is 'closed', which is none of: renumber, reserved"]),
    ],
)  # fmt: skip
def test_everything_wrong_is_told_at_once_and_with_its_place(
    model: type[Record], text: str, expected: list[str]
) -> None:
    try:
        found = record(model, text).findings
    except FindingsError as error:
        found = error.findings
    assert [f"{each.place.line}:{each.place.column} {each.rule} {each}" for each in found] == expected


@pytest.mark.parametrize(
    ("model", "text", "message", "kept"),
    [
        (Party, "nickname: B", "known here: address, born, entity, facts, ", {}),
        (Party, "adress: [x]", "did you mean 'address'?", {"address": {"lines": ("x",)}}),
        (Party, "email: x@example.com", "it belongs under `notices:`", {"notices": {"email": "x@example.com"}}),
        (Party, "registration: {number: 1, notices: {email: x}}", "it belongs at the top level, under no other key",
         {"registration": {"number": "1"}, "notices": {"email": "x"}}),
        (Party, "street: x", "it belongs under `address:`", {}),  # or under that of the notices
        (Party, "capacity: x", "it belongs in an entry of `signatories:`", {}),
        (Party, "status: draft", "it is a key of a clause, a deal or an agreement", {}),
        (Party, "clauses: {cap: omit}", "it is a key of a deal, in deals/", {}),
        (Clause, "parties: {company: acme}", "it is a key of a deal, in deals/", {}),
        (Clause, "default: EUR 5", "it belongs in an entry of `values:`", {}),
        (Clause, "style: de", "it is a key of an agreement, under `agreement:` in the front matter of its page", {}),
        (Clause, "notes: x", "known here: definitions, fallbacks, guidance, ", {}),
        (Clause, "varaints: {one: {text: x}}", "did you mean 'variants'?", {"variants": {"one": {"text": "x"}}}),
        (Clause, "varaints: {one: {txt: x}}", "did you mean 'variants'?", {}),  # what was meant is wrong as well
        (Clause, "variants: {one: {text: x}}\nvaraints: {}", "did you mean", {"variants": {"one": {"text": "x"}}}),
        (Clause, "values:\n  fee: {type: money}\n  default: EUR 5",
         "indent it below the name that it belongs to", {"values": {"fee": {"type": "money"}}}),
        (Deal, "because: we asked", "it belongs in an entry of `clauses:`", {}),
        (Deal, "entity: limited", "it is a key of a party, in parties/", {}),
        (Deal, "add: {cap: {after: x, with: {a: b}}, after: y}", "indent it below the name",
         {"add": {"cap": {"after": "x", "with_": {"a": "b"}}}}),
    ],
)  # fmt: skip
def test_a_record_is_kept_without_a_key_that_is_not_known_or_as_it_is_meant(
    model: type[Record], text: str, message: str, kept: dict[str, object]
) -> None:
    needed = {Party: {"name": "A"}, Clause: {"title": "A", "text": "A"}, Deal: {"agreement": "a"}}[model]
    found = record(model, "".join(f"{key}: {value}\n" for key, value in needed.items()) + text)
    assert found.model_dump(exclude_defaults=True) == {**needed, **kept}
    (finding,) = found.findings
    assert message in str(finding)
    assert finding.rule == "unknown-key"
    assert finding.place.line > len(needed)


def test_what_is_meant_has_its_places() -> None:
    clause = record(Clause, "title: T\ntext: x\nvaraints:\n  one:\n    text: |\n      1. One.\n")
    assert clause.text_place("variants", "one", "text").line == 6
    assert clause.source.is_block("variants", "one", "text")


def test_a_clause() -> None:
    text = (
        'title: Cap\nversion: "1.10"\ntext: |\n  1. One\nvariants:\n  none: {text: No.}\nvalues:\ntags:\ndefinitions:\n'
    )
    clause = record(Clause, text)
    assert (clause.id, clause.version, clause.values, clause.tags, clause.definitions) == ("f", "1.10", {}, (), {})
    assert (clause.variant_text(""), clause.variant_text("none")) == ("1. One\n", "No.")
    assert (clause.place("variants", "none").line, clause.text_place("text").line) == (6, 4)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("omit", {"omit": True}),
        ("reserved", {"omit": True, "reserved": True}),
        ("one-way", {"variant": "one-way"}),
        ("{variant: capped, because: asked}", {"variant": "capped", "because": "asked"}),
        ("{omit: yes}", {"omit": True}),
    ],
)
def test_the_choices_of_a_deal(choice: str, expected: dict[str, object]) -> None:
    deal = record(Deal, f"agreement: a\nclauses:\n  cap: {choice}\n")
    assert deal.clauses["cap"].model_dump(exclude_defaults=True) == expected


def test_a_value_stays_text_whatever_yaml_would_make_of_it() -> None:
    deal = record(Deal, "agreement: a\nvalues: {a: NO, b: 1:30, c: 2026-01-05, d: 007, e: [x, 1]}\nparties:\n")
    assert deal.values == {"a": "NO", "b": "1:30", "c": "2026-01-05", "d": "007", "e": ["x", "1"]}
    assert deal.parties == {}


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        record(Party, "name: A\n").name = "B"  # type: ignore[misc]


# ---- pages


def test_front_matter() -> None:
    page = read_page("---\ntitle: x\nagreement:\n  style: us\n  roles: {company: Company}\n---\n# A\n", "p.md")
    assert page.header
    assert (page.header.style, page.header.roles["company"].term) == ("us", "Company")
    assert page.text[page.body_start :] == "# A\n"
    assert page.header.place("roles", "company").line == 5
    deal = read_page("---\ndeal: aurora\n---\n", "p.md")
    assert (deal.deal, deal.deal_place.line, deal.is_contract) == ("aurora", 2, True)


def test_a_page_may_begin_with_the_mark_of_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "p.md").write_text("---\nagreement: {style: us}\n---\n# A\n", encoding="utf-8-sig")
    page = load_page(tmp_path / "p.md", "p.md")
    assert page.header and page.header.style == "us"


@pytest.mark.parametrize(
    "text",
    [
        "# A\n",
        "---\ntitle: x\n---\n",
        "---\n[agreement\n---\n",
        "\n---\nagreement:\n---\n",
        # keys that may be anybody's
        "---\nstyle: us\nversion: 1\nstatus: draft\nlocale: de\n---\n",
        "---\nvalues: [honesty, thrift]\nroles: [admin]\n---\n",
        "---\nvalues: {a: 1}\nroles: {a: {may: read}}\nparties: {a: b}\n---\n",
        "---\nagreements: {a: b}\nargument: {style: us}\ndeals: [a]\n---\n",
        "---\nroles: {a: B\n---\n",
    ],
)
def test_other_pages_are_left_alone(text: str) -> None:
    page = read_page(text, "p.md")
    assert (page.is_contract, page.body_start, page.findings) == (False, 0, ())


@pytest.mark.parametrize(
    ("front_matter", "messages"),
    [
        ("agreement:\n  style: us", []),
        ("agreement:\nstyle: us\nmyst: {}\ntitle: T\norphan: true",
         ["3 `style:` is in the wrong place; indent it under `agreement:`"]),
        ("version: 2\nagreement: {roles: {a: B}}\nvalues: {fee: {type: money}}",
         ["2 `version:` is in the wrong place; indent it under `agreement:`",
          "4 `values:` is in the wrong place; indent it under `agreement:`"]),
        ("agreement:\nparties: {a: b}", ["3 `parties:` is in the wrong place; it is a key of a deal, in deals/"]),
        ("agreement: {parties: {a: b}}", ["2 the key 'parties' is not known; it is a key of a deal, in deals/"]),
        ("agreement: {values: {fee: {type: money}, max: 5}}",
         ["2 'max' is taken here for the name of an entry of `values:`; indent it below the name that it belongs to"]),
        ("agreement:\nhtml_meta: {a: b}\nmyst:\n  html_meta: {c: d}",
         ["3 `html_meta:` means nothing on the page of a contract; leave it out, or set it for all pages in conf.py",
          "5 `html_meta:` means nothing on the page of a contract; leave it out, or set it for all pages in conf.py"]),
        ("deal: d\nhtml_meta: {a: b}",
         ["3 `html_meta:` means nothing on the page of a contract; leave it out, or set it for all pages in conf.py"]),
        ("deal: d", []),
        ("deal: d\nvalues: {a: b}\nlocale: de\nagreement: {style: us}",
         ["3 `values:` is in the wrong place; write it in the deal's own file, in deals/",
          "4 `locale:` is in the wrong place; write it under `agreement:` on the page of the deal's agreement",
          "5 `agreement:` is in the wrong place; the deal's own file says which agreement it fills"]),
        ("roles: {a: A, b: {term: B}}\nstyle: us",
         ["2 `roles:` is in the wrong place; write `agreement:` and indent it under that",
          "3 `style:` is in the wrong place; write `agreement:` and indent it under that"]),
        ("values: {fee: {type: money}}",
         ["2 `values:` is in the wrong place; write `agreement:` and indent it under that"]),
        ("terms_of: x", ["2 `terms_of:` is in the wrong place; write `agreement:` and indent it under that"]),
        ("agrement: {style: us}", ["2 the key 'agrement' is not known; did you mean 'agreement'?"]),
        ("Deal: d", ["2 the key 'Deal' is not known; did you mean 'deal'?"]),
    ],
)  # fmt: skip
def test_a_key_of_ours_in_a_wrong_place_is_told_with_the_right_one(front_matter: str, messages: list[str]) -> None:
    found = read_page(f"---\n{front_matter}\n---\n# A\n", "p.md").findings
    assert [f"{each.place.line} {each}" for each in found] == messages


def test_what_stands_beside_agreement_is_taken_as_it_is_meant() -> None:
    front_matter = "values:\n  fee: {type: money}\nagreement: {style: us}\nstyle: uk\nlocale: de\n"
    header = read_page(f"---\n{front_matter}---\n# A\n", "p.md").header
    assert header
    assert (header.style, header.locale, header.values["fee"].type) == ("us", "de", "money")
    assert header.place("values", "fee").line == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\nagreement: {style: us, locale: [x]}\n---\n", "p.md:2: 'locale' must be a text, not a list"),
        ("---\nagreement: [x]\n---\n", "p.md:2: `agreement:` must be a mapping, or empty"),
        (
            "---\nagreement: uk\n---\n",
            "p.md:2: `agreement:` takes `roles:`, `values:` and the like, indented below it, not the name of an "
            "agreement; is this the page of a deal? Then write `deal: NAME`",
        ),
        ("---\ndeal:\n---\n", "p.md:2: `deal:` takes the name of one deal"),
        ("---\nx: y\ndeal: [a]\n---\n", "p.md:3: `deal:` takes the name of one deal"),
    ],
)
def test_wrong_front_matter_is_told(text: str, message: str) -> None:
    with pytest.raises(FindingsError) as error:
        read_page(text, "p.md")
    assert str(error.value).startswith(message)


# ---- hints


@pytest.mark.parametrize(
    ("word", "words", "known", "expected"),
    [
        ("lawe", ["law", "cap"], True, "did you mean 'law'?"),
        ("cap", ["cup", "limits.cap"], True, "did you mean 'limits.cap'?"),
        ("", ["limits."], False, ""),
        ("zzz", ["law", "cap"], True, "known here: cap, law"),
        ("zzz", ["law"], False, ""),
        ("zzz", [], True, ""),
        ("zzz", map(str, range(20)), True, "known here: 0, 1, 10, 11, 12, 13, 14, 15, ..."),
    ],
)
def test_did_you_mean(word: str, words: list[str], known: bool, expected: str) -> None:
    assert did_you_mean(word, words, known) == expected


def test_what_must_be_a_mapping_shows_one() -> None:
    with pytest.raises(FindingsError) as caught:
        read_page("---\nagreement:\n  roles: [Company]\n---\n# A\n", "a.md")
    assert [str(each) for each in caught.value.findings] == [
        "'roles' must be a mapping of names to values, not a list; write for example `roles: {company: Company}`"
    ]
