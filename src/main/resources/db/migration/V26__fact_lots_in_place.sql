-- A lot of facts fills a page. Set aside in pieces, it cost as much again to write.
ALTER TABLE fact_lot SET (toast_tuple_target = 8160);
