package dev.moonbeam.erlang.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of one form after preprocessing, its full stop included (unless the file ends before
 * it).
 */
record TokenForm(String file, List<Token> tokens) {}
