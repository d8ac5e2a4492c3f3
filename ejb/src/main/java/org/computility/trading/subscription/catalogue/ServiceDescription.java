package org.computility.trading.subscription.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.trading.Words;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is said of a publication, and the terms by which it is found. Lists are read by statements. */
@Entity
@Table(name = "service_description")
class ServiceDescription {

    static final char WORD = 'w';
    static final char CATEGORY = 'c';
    private static final int MOST_WORDS = 200;

    @Id
    private UUID publishId;

    @Column
    private String title;

    @Column
    private String description;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> categories;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> keyWords;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> terms;

    protected ServiceDescription() {}

    /** Before its publisher has said anything: it is found by its own number. */
    static ServiceDescription of(UUID publishId, String resourceId) {
        return of(publishId, resourceId, new NewDescription(resourceId, null, null, null));
    }

    static ServiceDescription of(UUID publishId, String resourceId, NewDescription said) {
        ServiceDescription it = new ServiceDescription();
        it.publishId = publishId;
        it.title = said.title();
        it.description = said.description();
        it.categories = said.categories();
        it.keyWords = said.keyWords();
        it.terms = List.copyOf(terms(resourceId, said));
        return it;
    }

    private static Set<String> terms(String resourceId, NewDescription said) {
        Set<String> terms = new LinkedHashSet<>();
        said.categories().forEach(category -> terms.add(term(CATEGORY, category)));
        int most = terms.size() + MOST_WORDS;
        addWords(terms, resourceId, most);
        addWords(terms, said.title(), most);
        // Whole as well: a single character is no word.
        said.keyWords().forEach(word -> terms.add(term(WORD, word)));
        said.keyWords().forEach(word -> addWords(terms, word, most));
        if (said.description() != null) {
            addWords(terms, said.description(), most);
        }
        return terms;
    }

    /**
     * Terms that something has when it answers to the text and the category; null asks for nothing. Where only single characters are asked for, they are
     * whole key words; beside words, {@link Words#patterns} finds them.
     */
    static Set<String> asked(String text, String category) {
        Set<String> terms = new LinkedHashSet<>();
        if (text != null) {
            addWords(terms, text, MOST_WORDS);
            if (terms.isEmpty()) {
                List<String> alone = Words.alone(text);
                (alone.isEmpty() ? List.of(text) : alone).forEach(word -> terms.add(term(WORD, word)));
            }
        }
        if (category != null) {
            terms.add(term(CATEGORY, category));
        }
        return terms;
    }

    private static void addWords(Set<String> terms, String text, int most) {
        for (String word : Words.of(text)) {
            if (terms.size() >= most) {
                return;
            }
            terms.add(term(WORD, word));
        }
    }

    private static String term(char kind, String text) {
        return kind + ":" + Words.plain(text);
    }
}
