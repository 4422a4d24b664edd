# Fuzzers: fuzz/NAME.c becomes build/fuzz/fuzz-NAME under `cmake --preset fuzz`, which needs clang.
#
#   mkdir -p /tmp/corpus && build/fuzz/fuzz-segment -max_total_time=60 -timeout=5 /tmp/corpus tests/cases/segment

option(HEARSAY_FUZZ "Build the fuzzers" OFF)
if(NOT HEARSAY_FUZZ)
    return()
endif()

file(GLOB FUZZERS CONFIGURE_DEPENDS fuzz/*.c)
foreach(file IN LISTS FUZZERS)
    cmake_path(GET file STEM name)
    add_executable(fuzz-${name} ${file})
    target_link_libraries(fuzz-${name} PRIVATE hearsay_internal)
    target_link_options(fuzz-${name} PRIVATE -fsanitize=fuzzer)
endforeach()
