# The word lists and weights of data/resolve/, data/identify/, data/link/ and data/reason/ are built in:
# data/resolve/first_names.txt becomes LIST_FIRST_NAMES. To change a list, change its file.

set(LIST_SOURCES)
file(GLOB LIST_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/resolve/*.txt
     ${PROJECT_SOURCE_DIR}/data/identify/*.txt ${PROJECT_SOURCE_DIR}/data/link/*.txt
     ${PROJECT_SOURCE_DIR}/data/reason/*.txt)
foreach(file IN LISTS LIST_FILES)
    cmake_path(GET file STEM name)
    string(TOUPPER LIST_${name} symbol)
    set(made ${PROJECT_BINARY_DIR}/lists/${name}.c)
    add_custom_command(
        OUTPUT ${made}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/lists
        COMMAND ${CMAKE_COMMAND} -D INPUT=${file} -D OUTPUT=${made} -D NAME=${symbol}
                -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
        DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
        COMMENT "Embedding ${name}.txt" VERBATIM)
    list(APPEND LIST_SOURCES ${made})
endforeach()
