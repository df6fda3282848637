"""Whose title a title phrase is: each phrase is paired with the persons that may hold it, and the pairs are judged."""

from __future__ import annotations

from functools import partial

from attrs import frozen

from newsfacts import Mention
from newsfacts_titles.features import Features
from newsfacts_titles.linear import Model, Weights, probability, score
from newsfacts_titles.phrases import Title
from newsfacts_titles.scene import Scene

__all__ = ["Holder", "find_holders"]

# A name that follows at once and is as likely as this needs no rivals.
_SURE = 0.7
# The least probability that a person holds a title whose name follows it at once in another case.
_CLASH_BAR = 0.75


@frozen(kw_only=True, eq=False)
class Holder:
    """A person's title.

    Attributes:
        title: The phrase.
        mention: The person's mention that the phrase goes with.
        probability: How likely that is.
    """

    title: Title
    mention: Mention
    probability: float


def find_holders(scene: Scene, rates: Weights, model: Model, bar: float, near_bar: float) -> list[Holder]:
    """The persons that hold the titles: of each title the likeliest, of a plural all that are likely.

    Of two phrases that lie within each other and go with one person the outer one stays.

    Args:
        scene: Titles and persons.
        rates: How often titles are held.
        model: Judges a pair.
        bar: The least probability.
        near_bar: The least probability for a name that follows its title at once and agrees with it.
    """
    found: list[Holder] = []
    if not scene.mentions:
        return found
    features = Features(scene, rates)
    for number, title in enumerate(scene.titles):
        judged = _judge(scene, features, number, model, bar, near_bar)
        for holder in judged if title.role.plural else judged[:1]:
            if not any(_covers(scene, other, holder) for other in found[-4:]):
                found.append(holder)
    return found


def _judge(scene: Scene, features: Features, number: int, model: Model, bar: float, near_bar: float) -> list[Holder]:
    """The persons that are likely enough to hold a title, the likeliest first."""
    view = scene.look(number)
    title = view.title
    tied = scene.tied(view)
    judged: list[tuple[float, int, Holder]] = []
    role, size = title.role, view.size
    scores: dict[str, int] = {}  # of the title, by standing
    for person in scene.candidates(view) if tied is None else [tied]:
        standing, others, mention = features.pair_features(view, person)
        if standing not in scores:
            key = (standing, role.lemma, role.group, role.doubt, size)
            scores[standing] = model.kept(key, partial(features.role_features, view, standing))
            scores[standing] += score(model.weights, features.context_features(view, standing))
        chance = probability(scores[standing] + score(model.weights, others))
        follows = scene.follows(view, mention)
        clashes = follows and scene.agreement(title, mention) == "#"
        near = tied is not None or (follows and not clashes)
        if chance >= (near_bar if near else _CLASH_BAR if clashes else bar):
            judged.append((-chance, person, Holder(title=title, mention=scene.mentions[mention], probability=chance)))
        if near and chance >= _SURE and not title.role.plural:
            break
    return [holder for _, _, holder in sorted(judged, key=lambda entry: entry[:2])]


def _covers(scene: Scene, outer: Holder, inner: Holder) -> bool:
    """Whether a phrase contains another one of the same person."""
    entity_of = scene.analysis.entity_of
    return outer.title.end > inner.title.start and entity_of(outer.mention) is entity_of(inner.mention)
