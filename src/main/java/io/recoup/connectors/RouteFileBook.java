package io.recoup.connectors;

import java.util.List;

/** What became of the files in the routes folder. */
public interface RouteFileBook {

    /** Sorted by name; empty before the first look. */
    List<RouteFileStatus> files();
}
