-- Members of a comparison set without points for any area, of which only the total is known.
select compared.name
from compared_evaluation($dataset, $as_of, $superseded, $rules) as compared
anti join area_points as measured
    on measured.evaluation = compared.evaluation
    and measured.area > 0
    and measured.points is not null
where compared.left_out is null
order by compared.name, compared.municipality
