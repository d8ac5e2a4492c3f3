-- When the node's address last refused a server that had lost its stream: all servers then write at once when they heard it.
alter table compute_node add doubted_at timestamptz;
create index compute_node_doubted on compute_node (doubted_at) where doubted_at is not null;
