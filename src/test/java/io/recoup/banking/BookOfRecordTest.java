package io.recoup.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookOfRecordTest {

    @Test
    void only_the_statement_books_unless_told_otherwise() {
        assertThat(BookOfRecord.of(null).holds("camt.053.001.08")).isTrue();
        assertThat(BookOfRecord.of(null).holds("camt.052.001.08")).isFalse();
        assertThat(BookOfRecord.of(null).holds("camt.054.001.02")).isFalse();
    }

    @Test
    void several_messages_may_book() {
        BookOfRecord books = BookOfRecord.of("052, 053");
        assertThat(books.holds("camt.052.001.08")).isTrue();
        assertThat(books.holds("camt.053.001.08")).isTrue();
        assertThat(books.holds("camt.054.001.08")).isFalse();
    }

    @Test
    void formats_that_come_only_once_are_always_booked() {
        assertThat(BookOfRecord.of("054").holds("mt940")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "055", "camt.054", "053;054", ",053"})
    void other_words_are_refused(String setting) {
        assertThatThrownBy(() -> BookOfRecord.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("052, 053, 054");
    }

    @Test
    void advice_is_the_same_transaction() {
        BankTransaction booked = Gathered.of(Gathered.statement(Gathered.entry("<Amt Ccy='EUR'>1</Amt>", "")))
                .transactions
                .get(0);
        assertThat(booked.asAdvice().status()).isEqualTo(EntryStatus.ADVICE);
        assertThat(booked.asAdvice().asAdvice().status()).isEqualTo(EntryStatus.ADVICE);
        assertThat(booked.asAdvice().identity()).isEqualTo(booked.identity());
    }
}
