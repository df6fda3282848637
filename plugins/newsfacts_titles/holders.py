"""Whose title a phrase is: each phrase is paired with the persons that may hold it, and a model judges the pairs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from attrs import frozen

from newsfacts import Analysis, Mention
from newsfacts.linear import LinearModel, probability
from newsfacts_titles.holder_candidates import HolderCandidates, TitleView
from newsfacts_titles.pair_features import PairFeatures
from newsfacts_titles.text_units import TitlePhrase

__all__ = ["Holder", "find_holders"]

# The least probability that a person holds a title.
_BAR = 0.4
# The holder that the words between say is no less likely than this.
_BOUND = 0.7
# A name that follows at once and is as likely as this needs no rivals.
_SURE = 0.7
# How many holders before are looked through for the same person's longer phrase.
_NEIGHBOURS = 4


@frozen(kw_only=True, eq=False)
class Holder:
    """A person's title.

    Attributes:
        title: The phrase.
        mention: The person's mention that the phrase goes with.
        probability: How likely that is.
    """

    title: TitlePhrase
    mention: Mention
    probability: float


def find_holders(candidates: HolderCandidates, models: Mapping[str, LinearModel]) -> list[Holder]:
    """The persons that hold the titles: of each title the likeliest, of a plural all that are likely.

    Of two phrases that lie within each other and go with one person the outer one stays; the inner one may be another's.

    Args:
        candidates: The titles and the persons that may hold them.
        models: Those of the decision ``holder``, which judges pairs, and of ``rate``: how often titles are held.
    """
    found: list[Holder] = []
    features = PairFeatures(candidates, models["rate"].weights)
    for number, title in enumerate(candidates.index.titles):
        likely = _likely(candidates, features, candidates.view(number), models["holder"])
        before = found[-_NEIGHBOURS:]
        own = [h for h in likely if not any(_covers(candidates.mentions.analysis, other, h) for other in before)]
        found += own if title.shared else own[:1]
    return found


def _likely(candidates: HolderCandidates, features: PairFeatures, view: TitleView, model: LinearModel) -> list[Holder]:
    """The persons that are likely enough to hold a title, the likeliest first."""
    title, role = view.title, view.role
    bound = candidates.bound(view)
    tied = candidates.tied(view) if bound is None else bound
    likely: list[tuple[float, int, Holder]] = []
    scores: dict[str, int] = {}  # of the title, by standing
    for person in candidates.of(view) if tied is None else [tied]:
        standing, others, mention = features.pair(view, person)
        if view.excludes(standing):
            continue
        if standing not in scores:
            key = (standing, role.lemma, role.group, role.doubt, view.size)
            scores[standing] = model.kept_total(key, partial(features.role_features, view, standing))
            scores[standing] += model.total(features.context_features(view, standing))
        chance = probability(scores[standing] + model.total(others))
        if bound is not None or candidates.is_listed(view, mention):
            chance = max(chance, _BOUND)
        if candidates.is_barred(view, mention):
            continue
        near = tied is not None or candidates.follows(view, mention)
        if chance >= _BAR:
            holder = Holder(title=title, mention=candidates.mentions.mentions[mention], probability=chance)
            likely.append((-chance, person, holder))
        if near and chance >= _SURE and not title.shared:
            break
    return [holder for _, _, holder in sorted(likely, key=lambda entry: entry[:2])]


def _covers(analysis: Analysis, outer: Holder, inner: Holder) -> bool:
    """Whether a phrase contains another one of the same person."""
    return outer.title.end > inner.title.start and analysis.entity_of(outer.mention) is analysis.entity_of(inner.mention)
