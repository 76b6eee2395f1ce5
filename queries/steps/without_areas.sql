-- The evaluations in the frame `member` without points for any area, of which only the total is known.
select member.name
from member
anti join area_points as measured
    on measured.evaluation = member.evaluation
    and measured.area > 0
    and measured.points is not null
order by member.name, member.number
