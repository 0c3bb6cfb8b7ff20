package dev.parley.routing.batch;

import dev.parley.routing.ownership.Fences;
import dev.parley.routing.subscription.Backlogs;

/// All that batches need of a database.
public interface Storage extends LogStore, Fences, Backlogs {}
