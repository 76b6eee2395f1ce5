-- Published statements of rank, quartile and gold star, as of an event: one row per statement.
select municipality, year, kind, value, of_n, group_label, area, source, place, note, country, group_code
from published_statement
where dataset = $dataset
    and event in (select valid.event from valid_import($dataset, $as_of) as valid)
    and ($municipality is null or municipality = $municipality)
order by municipality, year, area, kind
