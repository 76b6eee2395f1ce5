"""What the pages ask: other names for the cached answers of queries/."""

from queries import (
    best_practice,
    comparison,
    distribution,
    figures,
    merger,
    merging,
    profile,
    question_profile,
    ranking,
    reading,
    trend,
)
from queries import (
    discrepancies as differing,
)
from queries.evaluation import evaluations_of

discrepancies = differing.discrepancies
own_areas, own_questions = figures.own_areas, figures.own_questions
areas, area_names, area_shorts = profile.areas, profile.area_names, profile.area_shorts
area_profile, questions = profile.profile, question_profile.question_profile
movement = trend.trend
compared_with = comparison.comparison_set
left_out = comparison.left_out
evaluations = evaluations_of
merged = merging.merging
verdicts = merger.merger
transfers = merger.transfers
common_gaps = merger.common_gaps
well_done_outside = merger.outside
merged_areas = merger.area_table
taking_part = merger.taking_part
version_of = merger.version_of
best_practices = best_practice.best_practices
question_figures = best_practice.question_figures
leading = best_practice.leading
leading_areas = best_practice.leading_areas
gold_stars = best_practice.gold_stars
without_areas = profile.without_areas
family_with_most = comparison.largest_family
asked, log, in_store = reading.asked, reading.log, reading.in_store
ranked, ranked_with = ranking.ranked_in_year, ranking.ranked_with
spread_with = distribution.points_with
