-- Until when signs of life are older than the death that the network told; null: it told none, or the node came back.
alter table compute_node add died_at timestamptz;
