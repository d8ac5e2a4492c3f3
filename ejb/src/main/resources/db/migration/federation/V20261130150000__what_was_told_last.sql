-- What was told last of a center's month, and as which center others count: asked for each state that may be left.
create index pushed_report_told_last on pushed_report (upper_id, month, (coalesce(told_as, center_id)), told_at);
create index center_merge_of_merged on center_merge (merged_id, merged_on);
