"""The list of all ways to repay: complete, bilingual, and honest."""

import re
from collections.abc import Iterator

import pytest

from accord.i18n import CHINESE, ENGLISH, _, catalogue, speaking
from accord.knowledge.rules import rule
from accord.options.base import Option
from accord.options.catalogue import OPTIONS, option
from accord.options.making import attempt, plan
from accord.options.plan import Plan
from tests.accord.options.invented_debts import ON, ask, card, loan

FORBIDDEN = re.compile(r"!|！|停息挂账|保证|成功率|guarantee|success rate|likely to agree|%")


def texts(way: Option) -> Iterator[str]:
    yield from (way.title, way.what, way.who)
    for group in (way.gives, way.costs, way.arguments, way.checks):
        yield from group


def test_sixteen_ways_each_with_its_own_name() -> None:
    assert len(OPTIONS) == 16
    assert len({way.id for way in OPTIONS}) == 16
    assert [option(way.id) for way in OPTIONS] == list(OPTIONS)


def test_an_unknown_way_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        option("debt_relief")


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_text_stands_in_both_languages(way: Option) -> None:
    for text in texts(way):
        assert catalogue()[text] != text
        with speaking(ENGLISH):
            assert _(text) == text


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_way_has_two_sides_and_something_to_say(way: Option) -> None:
    assert way.what
    assert way.gives
    assert way.costs
    assert way.arguments
    assert way.checks


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_nothing_is_promised_in_either_language(way: Option) -> None:
    for tongue in (CHINESE, ENGLISH):
        with speaking(tongue):
            assert not [text for text in texts(way) if FORBIDDEN.search(_(text))]


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_rule_behind_a_way_exists(way: Option) -> None:
    for rule_id in way.rules:
        assert rule(rule_id).id == rule_id


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_slider_starts_inside_its_bounds(way: Option) -> None:
    for debt in (card(), loan(), loan(kind="mortgage", principal="600000", months_left=240), loan(principal="0.01")):
        if way.fits(debt).ok:
            for slider in way.parameters(debt, ON):
                assert slider.low <= slider.default <= slider.high, (slider, debt)
                assert slider.step > 0
                assert catalogue()[slider.title]


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_way_says_who_may_use_it_and_by_which_rule(way: Option) -> None:
    assert way.who
    assert way.kinds
    assert way.rules
    assert len(set(way.rules)) == len(way.rules)
    refused = [way.fits(debt).reason for debt in (card(), loan()) if debt.kind not in way.kinds]
    assert all(refused)


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_way_makes_a_plan_with_all_its_figures_from_its_defaults(way: Option) -> None:
    fitting = [debt for debt in (card(contract_instalment="1500"), loan()) if way.fits(debt).ok]
    assert fitting

    for made in (plan(way.id, debt, None, ON) for debt in fitting):
        assert made.rows[-1].balance == 0
        assert made.total_paid == made.down_payment + sum(row.payment for row in made.rows)
        assert made.paid_off_on == made.rows[-1].due
        # Yearly rates are two, labelled apart; compounded is never the lower one.
        assert made.nominal_rate is not None
        assert made.effective_rate is not None
        assert made.effective_rate >= made.nominal_rate
        sliders = way.parameters(fitting[0], ON)
        assert set(made.asked.model_dump(exclude_none=True)) >= {slider.name for slider in sliders}


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_every_slider_at_either_end_makes_a_plan_or_says_why_not(way: Option) -> None:
    debt = next(debt for debt in (card(contract_instalment="1500"), loan()) if way.fits(debt).ok)

    for slider in way.parameters(debt, ON):
        for end in (slider.low, slider.high):
            value = int(end) if slider.unit == "months" else end
            made = attempt(way.id, debt, ask(way.id).model_copy(update={slider.name: value}), ON)
            assert isinstance(made, Plan) or made.reason, (slider, end)


def test_letters_about_cards_only_name_the_card_rule_for_cards() -> None:
    named = {way.id for way in OPTIONS if "credit_card.personal_instalment.longest_term" in way.rules}

    assert named == {"personalised_instalment"}


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_chinese_texts_are_chinese_sentences_of_their_own(way: Option) -> None:
    for text in texts(way):
        chinese = catalogue()[text]
        assert re.search("[\u4e00-\u9fff]", chinese)
        assert sorted(re.findall(r"{\w+}", chinese)) == sorted(re.findall(r"{\w+}", text))
        assert not re.search("[,;?]|\\.$", chinese)
        assert chinese.endswith(("。", "？")) == text.endswith((".", "?")) or text == way.title


@pytest.mark.parametrize("way", OPTIONS, ids=lambda way: way.id)
def test_no_two_points_of_a_way_say_the_same(way: Option) -> None:
    for tongue in (CHINESE, ENGLISH):
        with speaking(tongue):
            spoken = [_(text) for text in texts(way)]
        assert len(set(spoken)) == len(spoken)
