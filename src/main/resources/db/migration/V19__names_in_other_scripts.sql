-- The words of a name as the matching engine folds them: letters of other scripts as they are written in Latin ones,
-- any accent dropped. Small letters are turned here, because not every database knows those of other scripts.
DROP INDEX debtor_name_words;
CREATE OR REPLACE FUNCTION name_words(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    WITH plain AS (
        SELECT regexp_replace(normalize(regexp_replace(name, '[.'']', '', 'g'), NFKD), '[\u0300-\u036f]', '', 'g') AS name),
    capitals AS (
        SELECT upper(translate(name,
            'абвгдежзиклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρσςτυφχψωøłđæœþı',
            'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΣΤΥΦΧΨΩØŁĐÆŒÞI')) AS name FROM plain),
    single AS (
        SELECT translate(name,
            'АБВГДЕЗИКЛМНОПРСТУФЫЭΑΒΓΔΕΖΗΙΚΛΜΝΞΟΠΡΣΤΥΦΩØŁĐЪЬ',
            'ABVGDEZIKLMNOPRSTUFYEAVGDEZIIKLMNXOPRSTYFOOLD') AS name FROM capitals),
    latin AS (
        SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
               replace(replace(name,
               'Ж', 'ZH'), 'Х', 'KH'), 'Ц', 'TS'), 'Ч', 'CH'), 'Ш', 'SH'), 'Щ', 'SHCH'), 'Ю', 'YU'), 'Я', 'YA'),
               'Θ', 'TH'), 'Χ', 'CH'), 'Ψ', 'PS'), 'ß', 'SS'), 'Æ', 'AE'), 'Œ', 'OE'), 'Þ', 'TH') AS name FROM single)
    SELECT array_remove(regexp_split_to_array(
               replace(replace(replace(name, 'AE', 'A'), 'OE', 'O'), 'UE', 'U'), '[^[:alnum:]]+'), '')
    FROM latin
$$;
CREATE INDEX debtor_name_words ON debtor USING gin (name_words(name));
