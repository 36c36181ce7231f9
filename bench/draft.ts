/** A draft of about 300 words, as people write them: front matter, paragraphs, a list, a quote. */
export const draft300 = `---
friend: Bettina Okafor
ask: introduction
channel: email
subject: Could you connect me with Dr. Lindqvist at St. Brigid's?
target: Dr. Lindqvist at St. Brigid's
workedTogether: true
---

Dear Bettina,

would you be willing to connect me with Dr. Lindqvist, who runs the palliative unit at St. Brigid's? I saw that they are setting up a team for home visits, and I would be glad of fifteen minutes with her, by telephone or over a coffee in the canteen, in the first or second week of December.

So that you don't have to write anything yourself, here is something to forward:

> Ruth Adeyemi has been a surgical nurse at County General for eleven years, the last four of them as shift lead. She finished her certificate in palliative care in June, and she wants to understand how the home-visit team at St. Brigid's is staffed before she applies anywhere. She has no CV in her pocket and will not ask for a job.

What I would like to ask her:

- how many patients one nurse can see in a day without cutting corners
- who decides on the medication when no doctor is in the house
- whether the night calls are shared among the team, or fall to the same three people

I know that this is the second time this autumn that I come to you with a request; the first one, about the shift plan, led to exactly the change that you predicted, and I have not forgotten it. Thank you for that.

If it feels awkward because of the history between our wards, tell me and we will leave it there; a plain "rather not" is enough, and I won't think twice about it. And I haven't forgotten that you still need somebody for the shift on Christmas Eve. I can take it, and the morning after as well, if that helps you to get to your sister's in time.

With love,
Ruth
`
