-- Published figures of groups of municipalities, as of an event: one row per figure.
select family, year, group_label, area, statistic, value::double as value, basis, n, n_basis, source, place, note, country, group_code
from published_reference
where dataset = $dataset
    and event in (select valid.event from valid_import($dataset, $as_of) as valid)
order by family, year, group_label, area
