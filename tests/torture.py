"""An agreement that asks all of a page: five levels, seventy pages, seven parties, long tables, every script."""

# ruff: noqa: E501, RUF001

from __future__ import annotations

from projects import CONF, INDEX

#: Names as they occur: file, legal name, entity, jurisdiction, address, who signs.
PARTIES = {
    "aurora": (
        "Aurora Robotics Ltd",
        "private limited company",
        "England and Wales",
        "1 Foundry Lane, Bristol, BS1 4QA",
    ),
    "borealis": (
        "Borealis Gesellschaft für vorausschauende Wartungsdienstleistungen und Fertigungsprozessoptimierung mbH & Co. KG",
        "Kommanditgesellschaft",
        "Germany",
        "c/o Lindenhof-Verwaltungsgesellschaft, Straße der Nationen 112 bis 118, Hinterhaus, 09111 Chemnitz",
    ),
    "kita": ("株式会社北極星オートメーション", "kabushiki kaisha", "Japan", "東京都千代田区丸の内一丁目2番3号"),
    "najm": ("شركة النجم القطبي 2030 المحدودة", "limited liability company", "Jordan", "شارع الملك حسين 18، عمّان"),
    "kochav": ("כוכב הצפון רובוטיקה בע״מ", "private company", "Israel", "רחוב הרצל 7, תל אביב"),
    "sever": ("ООО «Северное сияние»", "limited liability company", "Kazakhstan", "пр. Абая 10, Алматы"),
    "rang": ("Công ty Cổ phần Rạng Đông Ελλάς", "joint stock company", "Viet Nam", "Số 5 đường Láng Hạ, Hà Nội"),
}
SCRIPTS = {
    "greek": "Η Εταιρεία «Βόρειο Σέλας» και οι όροι της",
    "cyrillic": "Договор о сотрудничестве вступает в силу",
    "vietnamese": "Hợp đồng hợp tác kinh doanh giữa các bên",
    "chinese": "北极星自动化有限公司与合作方于本协议签署之日起共同履行下列义务并承担相应责任直至协议终止",
    "korean": "북극성 자동화 주식회사",
    "devanagari": "बोरेलिस प्राइवेट लिमिटेड",
    "thai": "บริษัท ดาวเหนือ จำกัด",
    "georgian": "შპს ჩრდილოეთის ვარსკვლავი",
    "signs": "[●] € 1.250 § 5 12″ × 8′ 50 % ± ≤ ≥ → ✓ ½ № ℓ™ co\u00adoperation",
    "emoji": "Aurora 🚀 and 😀",
    "markup": r"100% & more_of #1 ~ ^ \input{secret} {x} $5 <b> `a` *b*",
    "long": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 2,
    "address": "https://example.com/a/very/long/address/that/does/not/fit/into/one/line?with=many&parameters=in_it#and-a-part",
}
_SENTENCE = (
    "Each party must do what the plan asks of it in good time, at its own cost and with the care that a prudent business in "
    "its position takes, and must tell the others without delay of anything that may keep it from doing so"
)


def _deep(chapter: int) -> str:
    """A clause of five levels."""
    lines = [f"## Obligations of chapter {chapter}", f"1. {{#d{chapter}}}", f"   {_SENTENCE}."]
    for number in range(3):
        lines.append(f"1. **Plan {number + 1}.** {_SENTENCE}, and in particular:")
        for letter in range(3):
            lines.append(f"   1. {_SENTENCE.lower()};")
            if letter == number % 3:
                lines[-1] = lines[-1].rstrip(";") + ", where:"
                for _ in range(2):
                    lines.append("      1. the plan names the task;")
                    lines.append("      1. the plan leaves the task open, in which case:")
                    lines.append("         1. the committee decides; or")
                    lines.append(f"         1. the expert decides under {{clause}}`d{max(chapter - 1, 1)}`.")
    return "\n".join(lines)


def _table(rows: int) -> str:
    head = "| Item | Description | Unit | Price | Responsible |\n|---|---|---|--:|---|\n"
    body = "".join(
        f"| {row}.{row % 7} | {'Inspection of the drive units and all that belongs to them' if row % 3 else 'Spare part'} "
        f"| {'hour' if row % 2 else 'piece'} | EUR {row * 1217.5:,.2f} | {('Company', 'Partner', 'Both')[row % 3]} |\n"
        for row in range(1, rows + 1)
    )
    return head + body


def _matrix(rows: int) -> str:
    names = ("Aurora", "Borealis", "Kita", "Najm", "Kochav", "Sever", "Rạng Đông")
    head = f"| Task | {' | '.join(names)} |\n|---|{':-:|' * len(names)}\n"
    body = "".join(
        f"| Task {row}, done once in each settlement period | {' | '.join('RACI –'[(row + n) % 6] for n in range(7))} |\n"
        for row in range(1, rows + 1)
    )
    return head + body


def torture_files(chapters: int = 30, rows: int = 90, status: str = "draft", scripts: bool = True) -> dict[str, str]:
    """The files of the project; thirty chapters make sixty pages. Without `scripts`, all is in Latin letters."""
    ids = [id for id in PARTIES if scripts or id in ("aurora", "borealis")]
    texts = {name: text for name, text in SCRIPTS.items() if scripts or name in ("markup", "address", "long")}
    roles = "".join(f"    {id}: {{term: {id.capitalize()}}}\n" for id in ids)
    values = "".join(f"    {name}: {{}}\n" for name in texts)
    writing = "\n".join(f"1. In {name}: {{{{ {name} }}}}, and so it stays." for name in texts)
    agreement = f"""---
agreement:
  roles:
{roles}  values:
{values}    effective_date: {{type: date}}
---
# Agreement on the Joint Development, Marketing, Sale and Maintenance of Autonomous Service Robots and on the Sharing of All that Comes of It

{{.parties}}
## Parties
:::{{parties}}
:::

{{.recitals}}
## Background
1. The parties build robots.
1. They wish to do so together.

{chr(10).join(_deep(chapter) for chapter in range(1, chapters + 1))}

## Writing
{writing}

{{.unnumbered}}
## Signatures
:::{{signatures}}
:::

{{.schedule #prices}}
## Prices of services, parts and journeys

{_table(rows)}

{{.part}}
### Discounts
1. A discount needs the consent of all parties, as {{clause}}`d1` says.

{{.part}}
### Journeys
1. Journeys are paid by the hour.

{{.schedule #tasks}}
## Responsibility matrix

{_matrix(rows // 2)}

{{.unnumbered}}
## Key terms
:::{{key-terms}}
:::
"""
    if status == "final":
        texts = {name: text.replace("[●] ", "") for name, text in texts.items()}
    quoted = "".join(f"  {name}: '{text.strip().replace(chr(39), chr(39) * 2)}'\n" for name, text in texts.items())
    deal = f"""agreement: torture
reference: JDA-2026-000417/EMEA-APAC/Rev. C
version: "12.3"
status: {status}
parties:
{"".join(f"  {id}: {id}{chr(10)}" for id in ids)}values:
  effective_date: 2027-01-15
{quoted}"""
    files = {"conf.py": CONF, "index.md": INDEX, "agreements/torture.md": agreement, "deals/north.yaml": deal}
    for id in ids:
        name, entity, jurisdiction, address = PARTIES[id]
        files[f"parties/{id}.yaml"] = (
            f"name: '{name}'\nentity: {entity}\njurisdiction: {jurisdiction}\nregistration: {{number: '417-{id}'}}\n"
            f"address: ['{address}']\nsignatories: [{{name: Ada Moreau, title: Director}}, {{name: 'Q {name[:20]}', title: CEO}}]\n"
        )
    return files
