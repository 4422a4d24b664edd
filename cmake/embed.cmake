# A file as an array of bytes in C: cmake -D INPUT=a.css -D OUTPUT=a.c -D NAME=STYLE -P embed.cmake
# makes `const unsigned char STYLE[]` and `const size_t STYLE_SIZE`.

file(READ ${INPUT} hex HEX)
string(LENGTH "${hex}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "(................................)" "\\1\n" lines "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${lines}")
cmake_path(GET INPUT FILENAME source)
file(WRITE ${OUTPUT}
    "/* Made from ${source} by cmake/embed.cmake. */\n"
    "#include <stddef.h>\n\n"
    "extern const unsigned char ${NAME}[];\n"
    "extern const size_t ${NAME}_SIZE;\n\n"
    "const unsigned char ${NAME}[] = {\n${bytes}\n};\n"
    "const size_t ${NAME}_SIZE = ${size};\n")
