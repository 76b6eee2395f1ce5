-- The official lists that the register is made from: one row per list, with owner and licence.
select title, owner, licence, note
from register_source
order by owner, title
