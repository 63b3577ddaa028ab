"""Every word a person reads: letters, scripts, cards, answers, chapters, short messages, and where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from accord.case import Debt, Goal, OpenCase
from accord.case.samples import SAMPLES, sample
from accord.documents import text
from accord.documents.facts import Facts
from accord.documents.letters import LETTERS
from accord.documents.scripts import chat_lines, mail_subject, mail_text, phone_script, three_sentences
from accord.documents.statement import statement
from accord.documents.talk import Listener, Setting
from accord.i18n import CHINESE, ENGLISH, LANGUAGES, _, speaking
from accord.knowledge.article import CHAPTERS, chapter_text
from accord.knowledge.banks import banks
from accord.knowledge.cards import cards, home_sentence, money_safety
from accord.knowledge.cards import three_sentences as door_call
from accord.knowledge.channels import channels
from accord.knowledge.evidence import items
from accord.knowledge.glossary import terms
from accord.knowledge.helplines import helplines, red_flags
from accord.knowledge.objections import counterparts, ladder, objections
from accord.knowledge.rules import rules
from accord.knowledge.situations import situations
from tests.house.messages import CATALOGUES, entries

ON: Final = date(2026, 11, 23)
EMPTY: Final = "empty"
CASES: Final = (*SAMPLES, EMPTY)

NEVER: Final = {
    CHINESE: (
        r"上门(催收)?(就是|是|属于)?违法",
        r"(必须|应当)提前(通知|预约)才能上门",
        r"停息挂账(是|属于)",
        r"成功率",
        r"(不要|不用|不必|可以不)接(听)?电话",
        r"不(会)?影响征信|不上征信",
        r"24%|四倍|4倍LPR|一年期LPR",
        r"逾期(满)?(三|3)个月(后|以后)?才",
        r"打[一二三四五六七八九\d]折",
        r"12315",
        r"(免费|指派)(的)?律师",
        r"视为(默认|同意)",
        r"指引(（试行）)?[》”]?第[一二三四五六七八九十百\d]+条",
        r"(两名|两个|二名|2名|两人)(以上)?(的)?(催收|外访|工作)?人员|两人以上",
        r"有权拒绝(一切|所有|任何|对方)?(的)?上门",
        r"免息(分期)?(60|六十)期|(60|六十)期免息",
        r"(贷款|房贷|网贷|消费贷)[^。；]{0,12}(依据?|按照?|根据)[^。；]{0,24}第七十条",
        r"(银行|利率|利息)[^。；]{0,6}(不得|不能)(超过|高于)",
        r"(法律|法定|监管)规定[^。；]{0,8}违约金[^。；]{0,8}5%",
        r"(间隔|每隔)(七|7)\s?[天日]",
        r"金规〔2025〕9号",
        r"第二次(重组|调整)[^。；]{0,8}次级",
        r"撤回同意[^。；]{0,12}(不得|不能|停止)[^。；]{0,4}联系",
        r"催收非法债务罪",
        r"贫困证明(?!、假公章)",
        r"(955(80|11|28|61|95|68|08))",
        r"(逾期|欠款)[^。；]{0,8}(就会|一定会|必然)(被)?(起诉|坐牢|上门|判刑)",
        r"(打|按)?4%[^。；]{0,8}(谈|还)就行|他们4%就卖",
        r"180\s?天",
        r"不再产生(新的)?(利息|违约金)",
        r"守得住|断头期|宽限催收|结清折扣",
    ),
    ENGLISH: (
        r"visits? (at home )?(is|are) illegal|illegal to visit",
        r"success rate|\d+ ?% (of )?(success|approval)",
        r"(do not|don't|need not) answer the (phone|door bell|call)",
        r"credit score",
        r"24 ?%|four times the LPR",
        r"your right to (stop|suspend|freeze) interest",
        r"silence (means|counts as) consent",
        r"guideline,? (art\.|article) ?\d",
        r"two (or more )?(collectors|staff|officers) (must|have to|shall)|prior notice",
        r"(refuse|decline) (all|any|every) visits?",
        r"60 instalments (without|free of|no) interest|interest-free for 60",
        r"banks? (may|can)(not| not) charge (more than|above|over)",
        r"penalty of 5 ?% (is|by) law",
        r"withdraw(ing)? (your )?consent (stops|means they)",
        r"crime of collecting illegal debts",
        r"955(80|11|28|61|95|68|08)\b",
        r"guaranteed (approval|success|result|to work)|\bwill be sued\b after|go to (jail|prison) (for|if)",
        r"they sell (them )?(at|for) 4",
        r"12315",
        r"free lawyer",
    ),
}
"""What no word of ours says: facts nobody verified, false comfort, bad advice."""

NEVER_TO_A_BANK: Final = {
    CHINESE: (
        r"停息挂账|恶意透支|征信修复",
        r"否则(本人|我|将)|后果自负|曝光|媒体|追究|起诉贵|赔偿",
        r"恳求|求求|哀求|可怜|走投无路|跪",
        r"愿意承担一切|自愿放弃",
        r"美国|英国|欧盟|CFPB|FCA",
    ),
    ENGLISH: (
        r"malicious overdraft",
        r"or else|we will sue|press and media|damages",
        r"\bbeg\b|\bmercy\b|\bdesperate\b",
        r"\bCFPB\b|\bFCA\b|Regulation F",
    ),
}
"""What no letter and no script says besides: threats, begging, slang, foreign law."""

_ENGLISH_SENTENCE: Final = re.compile(r"[A-Za-z]{2,}(?:[ ,;'’-]+[A-Za-z]{2,}){3,}")
_CHINESE_SENTENCE: Final = re.compile(r"[一-鿿]{9,}|[一-鿿]+[，。；？！][一-鿿]+")
_UNFILLED: Final = re.compile(r"[{}]|\bNone\b|\bnan\b|%\(|\b(TODO|todo|xxx|XXX)\b")


@dataclass(frozen=True)
class Words:
    """Some words in one language, and where they stand."""

    where: str
    tongue: str
    text: str


def leftover(words: Words) -> str:
    """Return a sentence of the other language, if one was left in; names and single terms are none."""
    other = _ENGLISH_SENTENCE if words.tongue == CHINESE else _CHINESE_SENTENCE
    found = other.search(words.text)
    return found.group() if found else ""


def unfilled(words: Words) -> str:
    """Return a place that was not filled in, if there is one; a line to fill in by hand is none."""
    found = _UNFILLED.search(words.text)
    return found.group() if found else ""


def said_of(words: Words, never: dict[str, tuple[str, ...]]) -> str:
    """Return what should never be said and is said here, if anything."""
    found = re.search("|".join(never[words.tongue]), words.text, re.IGNORECASE)
    return found.group() if found else ""


def case_of(name: str, tongue: str) -> OpenCase:
    """Return the bank's copy of a sample, or of a case of which nothing but a debt is known."""
    return OpenCase(debts=[Debt(id="debt-1")]) if name == EMPTY else sample(name, tongue).opened()


@cache
def letters() -> tuple[Words, ...]:
    """Return every letter, in both languages, for every sample and from nothing, with and without open gates."""
    return tuple(
        Words(
            f"{letter.id}/{name}/{'careful' if careful else 'usual'}",
            tongue,
            text.render(letter.paper(case_of(name, tongue), "", language=tongue, on=ON, careful=careful)),
        )
        for letter, tongue, name, careful in product(LETTERS, LANGUAGES, CASES, (False, True))
    )


@cache
def scripts() -> tuple[Words, ...]:
    """Return every script, in both languages, for every sample and from nothing; and the statements."""
    return tuple(words for tongue, name in product(LANGUAGES, CASES) for words in _scripts_of(tongue, name))


def _scripts_of(tongue: str, name: str) -> Iterator[Words]:
    facts = Facts.of(case_of(name, tongue), "", ON)
    with speaking(tongue):
        stated = "\n".join(part for block in statement(facts) for part in block.texts)
        yield Words(f"statement/{name}", tongue, stated)
        yield Words(f"three sentences/{name}", tongue, "\n".join(three_sentences(facts)))
        for listener, goal in product(Listener, Goal):
            setting = Setting(listener, goal)
            said = (
                *(cue.text for cue in phone_script(facts, setting)),
                *chat_lines(facts, setting),
                mail_subject(facts, setting),
                mail_text(facts, setting),
            )
            yield Words(f"script/{listener.value}/{goal.value}/{name}", tongue, "\n".join(said))


@cache
def known() -> tuple[Words, ...]:
    """Return cards, answers, channels, papers, lines to call, words, rules and chapters in both languages."""
    return tuple(words for tongue in LANGUAGES for words in (*_rows(tongue), *_rules(tongue), *_chapters(tongue)))


def _rows(tongue: str) -> Iterator[Words]:
    with speaking(tongue):
        for card in (*cards(), *situations()):
            yield Words(f"card/{card.id}", tongue, "\n".join((card.title, *card.lines)))
        for row in (*objections(), *counterparts(), *ladder(), *channels(), *items(), *red_flags(), *terms()):
            yield Words(f"{type(row).__name__}/{row.id}", tongue, "\n".join(_texts(row.model_dump().values())))
        for line in helplines():
            spoken_of = (line.name, line.use_for, line.not_for, line.how, line.hours.spoken() if line.hours else "")
            yield Words(f"helpline/{line.id}", tongue, "\n".join(spoken_of))
        yield Words("banks", tongue, "\n".join(bank.name for bank in banks()))
        yield Words("shared", tongue, "\n".join((*door_call(), home_sentence(), *money_safety())))
        for letter in LETTERS:
            yield Words(f"letter card/{letter.id}", tongue, "\n".join(map(_, (letter.meaning, *letter.will_not))))


def _rules(tongue: str) -> Iterator[Words]:
    """Yield what each rule says, where it stands and what was read; its Chinese quotation belongs to no language."""
    for row in rules():
        said = (row.says(tongue), row.law(tongue), row.issuer(tongue), row.source.title.spoken(tongue))
        yield Words(f"rule/{row.id}", tongue, "\n".join(said))


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _texts(value)


def _chapters(tongue: str) -> Iterator[Words]:
    for chapter in CHAPTERS:
        for part in chapter_text(chapter, tongue):
            yield Words(f"{chapter}/{part.number}", tongue, f"{part.title}\n{part.body}")


@cache
def messages() -> tuple[Words, ...]:
    """Return every short message of the catalogues, as it is said in each language."""
    return tuple(
        words
        for path in CATALOGUES
        for entry in entries(path)
        for words in (Words(path.name, CHINESE, str(entry.string)), Words(path.name, ENGLISH, str(entry.id)))
    )
