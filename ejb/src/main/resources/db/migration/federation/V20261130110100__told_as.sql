-- As which center here a report was told: where centers are merged, as the one that stays. Null: as the one that it was reported for.
alter table pushed_report add told_as integer;
