// Rules of html-validate for the built site. Each rule that is off stands here with its reason.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    "doctype-style": "off", // capital letters or not: a matter of taste
    "void-style": "off", // with or without a slash at the end of a tag: the same
    "long-title": "off", // titles begin with what is specific; the panel's name at the end may be cut
    "no-trailing-whitespace": "off", // nobody hears or sees it
    "require-sri": "off", // for resources of other hosts, and there are none
    // A region that scrolls is a div with a role and a name: a section would be one more part of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Check boxes of one question have one name, as radio buttons do.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    "valid-id": ["error", { relaxed: true }],
  },
};
