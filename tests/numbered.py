"""An agreement that numbers and cites in every way there is, to be set in any style."""

from __future__ import annotations

#: Front matter is filled with what a test asks for.
NUMBERED = """
---
agreement:
  {front}
  roles: {{company: Company}}
---
# Agreement of all numbers

{{.parties}}
## Parties
1. {{#first-party}}
   One party;
1. {{#other-party}}
   another.

{{.recitals}}
## Background
1. {{#recital}}
   There is a reason.
   1. {{#reason}}
      And a reason for it.

{{#definitions}}
## Definitions
Words mean what they say:

:::{{definitions}}
:::

## Nothing to cite
1. Nobody cites this.

{{#duties}}
## Duties
1. {{#deliver}}
   **Delivery.** The Company must deliver:
   1. {{#goods}}
      goods;
      1. {{#boxed}}
         in boxes; or
      1. {{#loose}}
         loose; and
   1. {{#papers}}
      papers.
1. {{#pay}}
   Either {{item}}`early` pay early; or {{item}}`late` pay late:
   1. {{#interest}}
      with interest.

   {{.roman}}
   1. {{#roman}}
      in this form;
   1. {{#roman-two}}
      and this one.

{{#sub}}
### A heading below
1. {{#below}}
   What stands below it.

{{#inserted number="{inserted}"}}
## Put in between
1. {{#between}}
   A duty put in.
   1. {{#between-deep}}
      With a limb.

{{#cites}}
## Citations
1. See {{clause}}`duties`, {{clause}}`deliver`, {{clause}}`goods`, {{clause}}`boxed`, {{clause}}`boxed, loose`, {{clause}}`goods, papers`.
1. See {{clause}}`duties, cites, last`, {{clause}}`deliver or pay`, {{clause}}`early, late`, {{clause}}`interest`, {{clause}}`roman-two`.
1. See {{clause-title}}`duties`, {{clause-title}}`deliver`, {{number}}`boxed`, {{this}}`clause`, {{this}}`section`.
1. {{#here}}
   See:
   1. {{#one}}
      {{short}}`two`, {{above}}`two`;
   1. {{#two}}
      {{short}}`one`, {{above}}`one`;
   1. {{#three}}
      {{clause}}`one, two, three`.
1. See {{clause}}`first-party`, {{clause}}`recital`, {{clause}}`reason`, {{clause}}`inserted`, {{clause}}`between`, {{clause}}`between-deep`.
1. See {{clause}}`services`, {{clause}}`hours`, {{clause}}`deep-hours`, {{clause}}`part-two`, {{clause}}`in-part`, {{clause}}`plan`, {{clause}}`site`.
1. See {{clause}}`of-map`, {{clause}}`sub`, {{clause}}`below`, {{clause}}`listed`, [words of its own](#goods).

:::{{clause}} control
:::

{{#last}}
## The last
The end, in {{clause}}`cites`.

   {{format="1)" start=3}}
   1. {{#listed}}
      a list of another form
   1. that starts later.

{{.unnumbered}}
## Signatures
1. A list without a clause.
1. With two.

{{.schedule #services}}
## Services
1. {{#hours}}
   Hours:
   1. {{#deep-hours}}
      of the day, as in {{clause}}`hours`, {{clause}}`services` and {{clause}}`deliver`.

{{.part #part-one}}
### The first part
1. Of it.

{{.part #part-two}}
### The second part
1. {{#in-part}}
   Within {{clause}}`part-two` and {{clause}}`in-part`.

{{.schedule #more}}
## More of it
1. Again.
1. And {{clause}}`in-part`.

{{.appendix #of-map}}
### A map
1. North, as in {{clause}}`hours`.

{{.annex #plan}}
## The plan
1. {{#site}}
   The site.

{{.appendix}}
### Its map
1. South.
"""  # noqa: E501

#: A clause whose definition has limbs.
CONTROL = """
title: Control
status: approved
definitions:
  Control: |
    any of these:

    1. {#most}
       most of the shares; or
    1. {#name}
       its name:
       1. {#sign}
          on a sign.
text: |
  1. Whoever has Control under {clause}`.most`, {clause}`.sign` or {clause}`.most, .name` says so.
"""
